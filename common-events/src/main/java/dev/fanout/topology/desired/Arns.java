package dev.fanout.topology.desired;

/** Where things are, by their names at AWS. Only an account knows. */
public interface Arns {

    String ofTopic(String name);

    String ofQueue(String name);
}
