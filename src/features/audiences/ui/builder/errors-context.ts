'use client';
import { createContext } from 'react';

/** What is wrong with the condition at each place (see `placeOf`). */
export const BuilderErrors = createContext<ReadonlyMap<string, string>>(new Map());
