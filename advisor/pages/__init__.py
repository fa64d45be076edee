"""The pages that are one chart: Budget, Teacher, Student with lifetime compute, and Map."""
