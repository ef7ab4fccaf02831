package dev.s2ioc.command;

/** Who has logged in, and the token that proves it. */
record LoginUser(String name, String token) {
    @Override
    public String toString() {
        return "LoginUser[" + name + "]";
    }
}
