/** Views as hosts would publish them, clean or disturbed, and what observers must say of them. */
@NullMarked
package dev.fanout.scenarios.simulate;

import org.jspecify.annotations.NullMarked;
