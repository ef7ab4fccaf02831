package dev.s2ioc.newapp;

/** A build that is to be created, and what an application must know of it to run its image. */
record PlannedBuild(CreationPlan plan, BuildBasis basis, BuildOutput output) {}
