package dev.fanout.local;

/** The local stack as a program. */
final class LocalStackMain {
    private LocalStackMain() {}

    public static void main(String[] args) {
        var stack = LocalStack.start(LocalStackSettings.DEFAULT);
        System.out.println("ready " + stack.endpoint());
    }
}
