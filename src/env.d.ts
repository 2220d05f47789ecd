/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The chapter that is being rendered, for the components that its text places. */
    chapter?: {
      catalog: import('./catalog/catalog.ts').Catalog;
      explainer: import('./catalog/explainers.ts').Explainer;
    };
  }
}
