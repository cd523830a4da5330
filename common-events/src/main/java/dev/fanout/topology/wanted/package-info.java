/**
 * The topology as a deployment wants it at AWS, in AWS's terms but without its SDK: what the provisioner makes, and
 * what a check compares with what is there.
 */
@NullMarked
package dev.fanout.topology.wanted;

import org.jspecify.annotations.NullMarked;
