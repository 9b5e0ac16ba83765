#!/usr/bin/env node
// Stands here before anything is built, so that npm links it.
import '../dist/zj.js';
