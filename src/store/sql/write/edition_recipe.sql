SELECT recipe FROM stamp;
