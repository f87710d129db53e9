DETACH register;
