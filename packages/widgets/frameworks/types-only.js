// What @zj/widgets/react and @zj/widgets/vue are at run time: nothing.
export {};
