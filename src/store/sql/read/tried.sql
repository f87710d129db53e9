SELECT asked FROM stamp;
