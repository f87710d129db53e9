SELECT as_of FROM stamp;
