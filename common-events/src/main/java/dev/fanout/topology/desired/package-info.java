/**
 * The topology as a deployment needs it at AWS, in AWS's terms but without its SDK: a provisioner creates it, a check
 * compares it.
 */
@NullMarked
package dev.fanout.topology.desired;

import org.jspecify.annotations.NullMarked;
