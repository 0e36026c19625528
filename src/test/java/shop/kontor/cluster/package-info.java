/** Two servers of the jar on a replication group: started by {@code .ci/cluster test} alone. */
package shop.kontor.cluster;
