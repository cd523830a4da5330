@NullMarked
package dev.fanout.web;

import org.jspecify.annotations.NullMarked;
