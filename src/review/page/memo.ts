import { Component, type ComponentType, createElement, type FunctionComponent, type VNode } from 'preact'

/** A component that is rendered again only when `same` says that its properties differ. */
export function memo<P extends object>(inner: FunctionComponent<P>, same: (a: P, b: P) => boolean): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !same(this.props, next)
    }

    override render(): VNode<P> {
      return createElement(inner, this.props)
    }
  }
}
