package dev.fanout.scenarios.observe;

/**
 * What a queue holds, as SQS counts it: approximately.
 *
 * @param waiting visible ones, and those that wait for their time
 * @param inHand received and not deleted
 */
public record QueueDepth(int waiting, int inHand) {
    public int all() {
        return waiting + inHand;
    }
}
