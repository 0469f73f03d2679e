var e = Object.defineProperty, t = {};
((t, n) => {
	for (var r in n) e(t, r, {
		get: n[r],
		enumerable: !0
	});
})(t, {
	Graph: () => T,
	alg: () => p
});
var n = Object.defineProperty, r = (e, t) => {
	for (var r in t) n(e, r, {
		get: t[r],
		enumerable: !0
	});
}, i = class {
	constructor(e) {
		this._isDirected = !0, this._isMultigraph = !1, this._isCompound = !1, this._nodes = {}, this._in = {}, this._preds = {}, this._out = {}, this._sucs = {}, this._edgeObjs = {}, this._edgeLabels = {}, this._nodeCount = 0, this._edgeCount = 0, this._defaultNodeLabelFn = () => {}, this._defaultEdgeLabelFn = () => {}, e && (this._isDirected = !("directed" in e) || e.directed, this._isMultigraph = "multigraph" in e && e.multigraph, this._isCompound = "compound" in e && e.compound), this._isCompound && (this._parent = {}, this._children = {}, this._children["\0"] = {});
	}
	isDirected() {
		return this._isDirected;
	}
	isMultigraph() {
		return this._isMultigraph;
	}
	isCompound() {
		return this._isCompound;
	}
	setGraph(e) {
		return this._label = e, this;
	}
	graph() {
		return this._label;
	}
	setDefaultNodeLabel(e) {
		return this._defaultNodeLabelFn = typeof e == "function" ? e : () => e, this;
	}
	nodeCount() {
		return this._nodeCount;
	}
	nodes() {
		return Object.keys(this._nodes);
	}
	sources() {
		return this.nodes().filter((e) => Object.keys(this._in[e]).length === 0);
	}
	sinks() {
		return this.nodes().filter((e) => Object.keys(this._out[e]).length === 0);
	}
	setNodes(e, t) {
		return e.forEach((e) => {
			t === void 0 ? this.setNode(e) : this.setNode(e, t);
		}), this;
	}
	setNode(e, t) {
		return e in this._nodes ? (arguments.length > 1 && (this._nodes[e] = t), this) : (this._nodes[e] = arguments.length > 1 ? t : this._defaultNodeLabelFn(e), this._isCompound && (this._parent[e] = "\0", this._children[e] = {}, this._children["\0"][e] = !0), this._in[e] = {}, this._preds[e] = {}, this._out[e] = {}, this._sucs[e] = {}, ++this._nodeCount, this);
	}
	node(e) {
		return this._nodes[e];
	}
	hasNode(e) {
		return e in this._nodes;
	}
	removeNode(e) {
		if (e in this._nodes) {
			let t = (e) => this.removeEdge(this._edgeObjs[e]);
			delete this._nodes[e], this._isCompound && (this._removeFromParentsChildList(e), delete this._parent[e], this.children(e).forEach((e) => {
				this.setParent(e);
			}), delete this._children[e]), Object.keys(this._in[e]).forEach(t), delete this._in[e], delete this._preds[e], Object.keys(this._out[e]).forEach(t), delete this._out[e], delete this._sucs[e], --this._nodeCount;
		}
		return this;
	}
	setParent(e, t) {
		if (!this._isCompound) throw Error("Cannot set parent in a non-compound graph");
		if (t === void 0) t = "\0";
		else {
			for (let n = t += ""; n !== void 0; n = this.parent(n)) if (n === e) throw Error("Setting " + t + " as parent of " + e + " would create a cycle");
			this.setNode(t);
		}
		return this.setNode(e), this._removeFromParentsChildList(e), this._parent[e] = t, this._children[t][e] = !0, this;
	}
	parent(e) {
		if (this._isCompound) {
			let t = this._parent[e];
			if (t !== "\0") return t;
		}
	}
	children(e = "\0") {
		if (this._isCompound) {
			let t = this._children[e];
			if (t) return Object.keys(t);
		} else {
			if (e === "\0") return this.nodes();
			if (this.hasNode(e)) return [];
		}
		return [];
	}
	predecessors(e) {
		let t = this._preds[e];
		if (t) return Object.keys(t);
	}
	successors(e) {
		let t = this._sucs[e];
		if (t) return Object.keys(t);
	}
	neighbors(e) {
		let t = this.predecessors(e);
		if (t) {
			let n = new Set(t), r = this.successors(e);
			if (r) for (let e of r) n.add(e);
			return Array.from(n.values());
		}
	}
	isLeaf(e) {
		let t;
		return t = this.isDirected() ? this.successors(e) : this.neighbors(e), (t?.length ?? 0) === 0;
	}
	filterNodes(e) {
		let t = new this.constructor({
			directed: this._isDirected,
			multigraph: this._isMultigraph,
			compound: this._isCompound
		});
		t.setGraph(this.graph()), Object.entries(this._nodes).forEach(([n, r]) => {
			e(n) && t.setNode(n, r);
		}), Object.values(this._edgeObjs).forEach((e) => {
			t.hasNode(e.v) && t.hasNode(e.w) && t.setEdge(e, this.edge(e));
		});
		let n = {}, r = (e) => {
			let i = this.parent(e);
			return !i || t.hasNode(i) ? (n[e] = i, i) : i in n ? n[i] : r(i);
		};
		return this._isCompound && t.nodes().forEach((e) => t.setParent(e, r(e))), t;
	}
	setDefaultEdgeLabel(e) {
		return this._defaultEdgeLabelFn = typeof e == "function" ? e : () => e, this;
	}
	edgeCount() {
		return this._edgeCount;
	}
	edges() {
		return Object.values(this._edgeObjs);
	}
	setPath(e, t) {
		return e.reduce((e, n) => (t === void 0 ? this.setEdge(e, n) : this.setEdge(e, n, t), n)), this;
	}
	setEdge(e, t, n, r) {
		let i, o, c, l, u = !1;
		typeof e == "object" && e && "v" in e ? (i = e.v, o = e.w, c = e.name, arguments.length === 2 && (l = t, u = !0)) : (i = e, o = t, c = r, arguments.length > 2 && (l = n, u = !0)), i = "" + i, o = "" + o, c !== void 0 && (c = "" + c);
		let d = s(this._isDirected, i, o, c);
		if (d in this._edgeLabels) return u && (this._edgeLabels[d] = l), this;
		if (c !== void 0 && !this._isMultigraph) throw Error("Cannot set a named edge when isMultigraph = false");
		this.setNode(i), this.setNode(o), this._edgeLabels[d] = u ? l : this._defaultEdgeLabelFn(i, o, c);
		let f = function(e, t, n, r) {
			let i = "" + t, a = "" + n;
			if (!e && i > a) {
				let e = i;
				i = a, a = e;
			}
			let o = {
				v: i,
				w: a
			};
			return r && (o.name = r), o;
		}(this._isDirected, i, o, c);
		return i = f.v, o = f.w, Object.freeze(f), this._edgeObjs[d] = f, a(this._preds[o], i), a(this._sucs[i], o), this._in[o][d] = f, this._out[i][d] = f, this._edgeCount++, this;
	}
	edge(e, t, n) {
		let r = arguments.length === 1 ? c(this._isDirected, e) : s(this._isDirected, e, t, n);
		return this._edgeLabels[r];
	}
	edgeAsObj(e, t, n) {
		let r = arguments.length === 1 ? this.edge(e) : this.edge(e, t, n);
		return typeof r != "object" || !r ? { label: r } : r;
	}
	hasEdge(e, t, n) {
		return (arguments.length === 1 ? c(this._isDirected, e) : s(this._isDirected, e, t, n)) in this._edgeLabels;
	}
	removeEdge(e, t, n) {
		let r = arguments.length === 1 ? c(this._isDirected, e) : s(this._isDirected, e, t, n), i = this._edgeObjs[r];
		if (i) {
			let e = i.v, t = i.w;
			delete this._edgeLabels[r], delete this._edgeObjs[r], o(this._preds[t], e), o(this._sucs[e], t), delete this._in[t][r], delete this._out[e][r], this._edgeCount--;
		}
		return this;
	}
	inEdges(e, t) {
		return this.isDirected() ? this.filterEdges(this._in[e], e, t) : this.nodeEdges(e, t);
	}
	outEdges(e, t) {
		return this.isDirected() ? this.filterEdges(this._out[e], e, t) : this.nodeEdges(e, t);
	}
	nodeEdges(e, t) {
		if (e in this._nodes) return this.filterEdges({
			...this._in[e],
			...this._out[e]
		}, e, t);
	}
	_removeFromParentsChildList(e) {
		delete this._children[this._parent[e]][e];
	}
	filterEdges(e, t, n) {
		if (!e) return;
		let r = Object.values(e);
		return n ? r.filter((e) => e.v === t && e.w === n || e.v === n && e.w === t) : r;
	}
};
function a(e, t) {
	e[t] ? e[t]++ : e[t] = 1;
}
function o(e, t) {
	e[t] !== void 0 && !--e[t] && delete e[t];
}
function s(e, t, n, r) {
	let i = "" + t, a = "" + n;
	if (!e && i > a) {
		let e = i;
		i = a, a = e;
	}
	return i + "" + a + "" + (r === void 0 ? "\0" : r);
}
function c(e, t) {
	return s(e, t.v, t.w, t.name);
}
function l(e) {
	let t = {
		options: {
			directed: e.isDirected(),
			multigraph: e.isMultigraph(),
			compound: e.isCompound()
		},
		nodes: u(e),
		edges: d(e)
	}, n = e.graph();
	return n !== void 0 && (t.value = structuredClone(n)), t;
}
function u(e) {
	return e.nodes().map((t) => {
		let n = e.node(t), r = e.parent(t), i = { v: t };
		return n !== void 0 && (i.value = n), r !== void 0 && (i.parent = r), i;
	});
}
function d(e) {
	return e.edges().map((t) => {
		let n = e.edge(t), r = {
			v: t.v,
			w: t.w
		};
		return t.name !== void 0 && (r.name = t.name), n !== void 0 && (r.value = n), r;
	});
}
function f(e) {
	let t = new i(e.options);
	return e.value !== void 0 && t.setGraph(e.value), e.nodes.forEach((e) => {
		t.setNode(e.v, e.value), e.parent && t.setParent(e.v, e.parent);
	}), e.edges.forEach((e) => {
		t.setEdge({
			v: e.v,
			w: e.w,
			name: e.name
		}, e.value);
	}), t;
}
r({}, {
	read: () => f,
	write: () => l
});
var p = {};
r(p, {
	CycleException: () => x,
	bellmanFord: () => h,
	components: () => g,
	dijkstra: () => y,
	dijkstraAll: () => ee,
	findCycles: () => te,
	floydWarshall: () => re,
	isAcyclic: () => ie,
	postorder: () => oe,
	preorder: () => se,
	prim: () => ce,
	shortestPaths: () => le,
	tarjan: () => b,
	topsort: () => S
});
var m = () => 1;
function h(e, t, n, r) {
	return function(e, t, n, r) {
		let i, a = {}, o = 0, s = e.nodes(), c = function() {
			s.forEach(function(e) {
				r(e).forEach(function(t) {
					let r = t.v === e ? t.v : t.w;
					(function(e) {
						let t = a[e.v], r = a[e.w];
						if (!t || !r) return;
						let o = n(e);
						t.distance + o < r.distance && (a[e.w] = {
							distance: t.distance + o,
							predecessor: e.v
						}, i = !0);
					})({
						v: r,
						w: r === t.v ? t.w : t.v
					});
				});
			});
		};
		s.forEach(function(e) {
			a[e] = {
				distance: e === t ? 0 : Infinity,
				predecessor: ""
			};
		});
		let l = s.length;
		for (let e = 1; e < l && (i = !1, o++, c(), i); e++);
		if (o === l - 1 && (i = !1, c(), i)) throw Error("The graph contains a negative weight cycle");
		return a;
	}(e, String(t), n || m, r || function(t) {
		return e.outEdges(t) ?? [];
	});
}
function g(e) {
	let t, n = {}, r = [];
	function i(r) {
		var a, o;
		r in n || (n[r] = !0, t.push(r), (a = e.successors(r)) == null || a.forEach(i), (o = e.predecessors(r)) == null || o.forEach(i));
	}
	return e.nodes().forEach(function(e) {
		t = [], i(e), t.length && r.push(t);
	}), r;
}
var _ = class {
	constructor() {
		this._arr = [], this._keyIndices = {};
	}
	size() {
		return this._arr.length;
	}
	keys() {
		return this._arr.map((e) => e.key);
	}
	has(e) {
		return e in this._keyIndices;
	}
	priority(e) {
		let t = this._keyIndices[e];
		if (t !== void 0) return this._arr[t].priority;
	}
	min() {
		if (this.size() === 0) throw Error("Queue underflow");
		return this._arr[0].key;
	}
	add(e, t) {
		let n = this._keyIndices, r = String(e);
		if (!(r in n)) {
			let e = this._arr, i = e.length;
			return n[r] = i, e.push({
				key: r,
				priority: t
			}), this._decrease(i), !0;
		}
		return !1;
	}
	removeMin() {
		if (this.size() === 0) throw Error("Queue underflow");
		this._swap(0, this._arr.length - 1);
		let e = this._arr.pop();
		return delete this._keyIndices[e.key], this._heapify(0), e.key;
	}
	decrease(e, t) {
		let n = this._keyIndices[e];
		if (n === void 0) throw Error(`Key not found: ${e}`);
		let r = this._arr[n].priority;
		if (t > r) throw Error(`New priority is greater than current priority. Key: ${e} Old: ${r} New: ${t}`);
		this._arr[n].priority = t, this._decrease(n);
	}
	_heapify(e) {
		let t = this._arr, n = 2 * e, r = n + 1, i = e;
		n < t.length && (i = t[n].priority < t[i].priority ? n : i, r < t.length && (i = t[r].priority < t[i].priority ? r : i), i !== e && (this._swap(e, i), this._heapify(i)));
	}
	_decrease(e) {
		let t, n = this._arr, r = n[e].priority;
		for (; e !== 0 && (t = e >> 1, !(n[t].priority < r));) this._swap(e, t), e = t;
	}
	_swap(e, t) {
		let n = this._arr, r = this._keyIndices, i = n[e], a = n[t];
		n[e] = a, n[t] = i, r[a.key] = e, r[i.key] = t;
	}
}, v = () => 1;
function y(e, t, n, r) {
	return function(e, t, n, r) {
		let i, a, o = {}, s = new _(), c = function(e) {
			let t = e.v === i ? e.w : e.v, r = o[t];
			if (!r) return;
			let c = n(e), l = a.distance + c;
			if (c < 0) throw Error("dijkstra does not allow negative edge weights. Bad edge: " + e + " Weight: " + c);
			l < r.distance && (r.distance = l, r.predecessor = i, s.decrease(t, l));
		};
		for (e.nodes().forEach(function(e) {
			let n = e === t ? 0 : Infinity;
			o[e] = {
				distance: n,
				predecessor: ""
			}, s.add(e, n);
		}); s.size() > 0;) {
			i = s.removeMin();
			let e = o[i];
			if (!e || e.distance === Infinity) break;
			a = e, r(i).forEach(c);
		}
		return o;
	}(e, String(t), n || v, r || function(t) {
		return e.outEdges(t) ?? [];
	});
}
function ee(e, t, n) {
	return e.nodes().reduce(function(r, i) {
		return r[i] = y(e, i, t, n), r;
	}, {});
}
function b(e) {
	let t = 0, n = [], r = {}, i = [];
	function a(o) {
		var s;
		let c = r[o] = {
			onStack: !0,
			lowlink: t,
			index: t++
		};
		if (n.push(o), (s = e.successors(o)) == null || s.forEach(function(e) {
			if (e in r) {
				let t = r[e];
				t != null && t.onStack && (c.lowlink = Math.min(c.lowlink, t.index));
			} else {
				a(e);
				let t = r[e];
				t && (c.lowlink = Math.min(c.lowlink, t.lowlink));
			}
		}), c.lowlink === c.index) {
			let e, t = [];
			do {
				e = n.pop();
				let i = r[e];
				i && (i.onStack = !1), t.push(e);
			} while (o !== e);
			i.push(t);
		}
	}
	return e.nodes().forEach(function(e) {
		e in r || a(e);
	}), i;
}
function te(e) {
	return b(e).filter(function(t) {
		let n = t[0];
		return !!n && (t.length > 1 || t.length === 1 && (e.outEdges(n, n) ?? []).length > 0);
	});
}
var ne = () => 1;
function re(e, t, n) {
	return function(e, t, n) {
		let r = {}, i = e.nodes();
		return i.forEach(function(e) {
			let a = {};
			r[e] = a, a[e] = {
				distance: 0,
				predecessor: ""
			}, i.forEach(function(t) {
				e !== t && (a[t] = {
					distance: Infinity,
					predecessor: ""
				});
			}), n(e).forEach(function(n) {
				let r = n.v === e ? n.w : n.v, i = t(n);
				a[r] = {
					distance: i,
					predecessor: e
				};
			});
		}), i.forEach(function(e) {
			let t = r[e];
			t && i.forEach(function(n) {
				let a = r[n];
				a && i.forEach(function(n) {
					let r = a[e], i = t[n], o = a[n];
					if (r && i && o) {
						let e = r.distance + i.distance;
						e < o.distance && (o.distance = e, o.predecessor = i.predecessor);
					}
				});
			});
		}), r;
	}(e, t || ne, n || function(t) {
		return e.outEdges(t) ?? [];
	});
}
var x = class extends Error {
	constructor(e) {
		super(e), this.name = "CycleException";
	}
};
function S(e) {
	let t = {}, n = {}, r = [];
	if (e.sinks().forEach(function i(a) {
		var o;
		if (a in n) throw new x();
		a in t || (n[a] = !0, t[a] = !0, (o = e.predecessors(a)) == null || o.forEach(i), delete n[a], r.push(a));
	}), Object.keys(t).length !== e.nodeCount()) throw new x();
	return r;
}
function ie(e) {
	try {
		S(e);
	} catch (e) {
		if (e instanceof x) return !1;
		throw e;
	}
	return !0;
}
function ae(e, t, n, r, i) {
	Array.isArray(t) || (t = [t]);
	let a = (t) => (e.isDirected() ? e.successors(t) : e.neighbors(t)) ?? [], o = {};
	return t.forEach(function(t) {
		if (!e.hasNode(t)) throw Error("Graph does not have node: " + t);
		i = C(e, t, n === "post", o, a, r, i);
	}), i;
}
function C(e, t, n, r, i, a, o) {
	return t in r || (r[t] = !0, n || (o = a(o, t)), i(t).forEach(function(t) {
		o = C(e, t, n, r, i, a, o);
	}), n && (o = a(o, t))), o;
}
function w(e, t, n) {
	return ae(e, t, n, function(e, t) {
		return e.push(t), e;
	}, []);
}
function oe(e, t) {
	return w(e, t, "post");
}
function se(e, t) {
	return w(e, t, "pre");
}
function ce(e, t) {
	var n;
	let r, a = new i(), o = {}, s = new _();
	function c(e) {
		let n = e.v === r ? e.w : e.v, i = s.priority(n);
		if (i !== void 0) {
			let a = t(e);
			a < i && (o[n] = r, s.decrease(n, a));
		}
	}
	if (e.nodeCount() === 0) return a;
	e.nodes().forEach(function(e) {
		s.add(e, Infinity), a.setNode(e);
	});
	let l = e.nodes()[0];
	l !== void 0 && s.decrease(l, 0);
	let u = !1;
	for (; s.size() > 0;) {
		if (r = s.removeMin(), r in o) a.setEdge(r, o[r]);
		else {
			if (u) throw Error("Input graph is not connected: " + e);
			u = !0;
		}
		(n = e.nodeEdges(r)) == null || n.forEach(c);
	}
	return a;
}
function le(e, t, n, r) {
	return function(e, t, n, r) {
		if (n === void 0) return y(e, t, n, r);
		let i = !1, a = e.nodes();
		for (let o = 0; o < a.length; o++) {
			let s = a[o];
			if (s === void 0) continue;
			let c = r(s);
			for (let e = 0; e < c.length; e++) {
				let t = c[e];
				if (!t) continue;
				let r = t.v === s ? t.v : t.w;
				n({
					v: r,
					w: r === t.v ? t.w : t.v
				}) < 0 && (i = !0);
			}
			if (i) return h(e, t, n, r);
		}
		return y(e, t, n, r);
	}(e, t, n, r ?? ((t) => e.outEdges(t) ?? []));
}
var T = i;
function E(e, t, n, r) {
	let i = r;
	for (; e.hasNode(i);) i = M(r);
	return n.dummy = t, e.setNode(i, n), i;
}
function D(e) {
	let t = new T({ multigraph: e.isMultigraph() }).setGraph(e.graph());
	return e.nodes().forEach((n) => {
		e.children(n).length || t.setNode(n, e.node(n));
	}), e.edges().forEach((n) => {
		t.setEdge(n, e.edge(n));
	}), t;
}
function O(e, t) {
	let n, r, i = e.x, a = e.y, o = t.x - i, s = t.y - a, c = e.width / 2, l = e.height / 2;
	if (!o && !s) throw Error("Not possible to find intersection inside of the rectangle");
	return o === 0 || Math.abs(s) * c > Math.abs(o) * l ? (s < 0 && (l = -l), n = l * o / s, r = l) : (o < 0 && (c = -c), n = c, r = c * s / o), {
		x: i + n,
		y: a + r
	};
}
function k(e) {
	let t = N(fe(e) + 1).map(() => []);
	return e.nodes().forEach((n) => {
		let r = e.node(n), i = r.rank;
		i !== void 0 && (t[i] || (t[i] = []), t[i][r.order] = n);
	}), t;
}
function ue(e, t, n, r) {
	let i = {
		width: 0,
		height: 0
	};
	return arguments.length >= 4 && (i.rank = n, i.order = r), E(e, "border", i, t);
}
var de = 65535;
function A(e, t) {
	return t.length > de ? e(...function(e, t = de) {
		let n = [];
		for (let r = 0; r < e.length; r += t) {
			let i = e.slice(r, r + t);
			n.push(i);
		}
		return n;
	}(t).map((t) => e(...t))) : e(...t);
}
function fe(e) {
	let t = e.nodes().map((t) => {
		let n = e.node(t).rank;
		return n === void 0 ? Number.MIN_VALUE : n;
	});
	return A(Math.max, t);
}
function j(e, t) {
	return t();
}
var pe = 0;
function M(e) {
	return e + "" + ++pe;
}
function N(e, t, n = 1) {
	t ?? (t = e, e = 0);
	let r = (e) => e < t;
	n < 0 && (r = (e) => t < e);
	let i = [];
	for (let t = e; r(t); t += n) i.push(t);
	return i;
}
function P(e, t) {
	let n = {};
	for (let r of t) e[r] !== void 0 && (n[r] = e[r]);
	return n;
}
function F(e, t) {
	let n;
	return n = typeof t == "string" ? (e) => e[t] : t, Object.entries(e).reduce((e, [t, r]) => (e[t] = n(r, t), e), {});
}
var I = "\0";
function L(e, t, n) {
	if (!(e && t && n && t.dummy === "edge" && n.dummy === "edge" && t.edgeObj && n.edgeObj && e[t.edgeObj.v] && e[n.edgeObj.v] && e[t.edgeObj.w] && e[n.edgeObj.w])) return 0;
	let r = !0;
	t.edgeObj.w === n.edgeObj.w && (r = !1);
	let i = r ? e[t.edgeObj.v]?.rank ?? NaN : e[t.edgeObj.w]?.rank ?? NaN, a = Object.entries(e).find((e) => e[1].edgeObj?.v === t.edgeObj.v && e[1].edgeObj?.w === t.edgeObj.w && e[1].rank === i), o = Object.entries(e).find((e) => e[1].edgeObj?.v === n.edgeObj.v && e[1].edgeObj?.w === n.edgeObj.w && e[1].rank === i);
	if (!a || !o) return 0;
	let s = a[1].order ?? NaN, c = o[1].order ?? NaN;
	return isNaN(s - c) ? 0 : s - c;
}
function R(e) {
	e._prev._next = e._next, e._next._prev = e._prev, delete e._next, delete e._prev;
}
function me(e, t) {
	if (e !== "_next" && e !== "_prev") return t;
}
var he = class {
	constructor() {
		((t, n, r) => {
			((t, n, r) => {
				n in t ? e(t, n, {
					enumerable: !0,
					configurable: !0,
					writable: !0,
					value: r
				}) : t[n] = r;
			})(t, n + "", r);
		})(this, "_sentinel");
		let t = {};
		t._next = t._prev = t, this._sentinel = t;
	}
	dequeue() {
		let e = this._sentinel, t = e._prev;
		if (t !== e) return R(t), t;
	}
	enqueue(e) {
		let t = this._sentinel;
		e._prev && e._next && R(e), e._next = t._next, t._next._prev = e, t._next = e, e._prev = t;
	}
	toString() {
		let e = [], t = this._sentinel, n = t._prev;
		for (; n !== t;) e.push(JSON.stringify(n, me)), n = n._prev;
		return "[" + e.join(", ") + "]";
	}
}, ge = () => 1;
function z(e, t, n, r, i) {
	let a = [], o = i ? a : void 0;
	return (e.inEdges(r.v) || []).forEach((r) => {
		let o = e.edge(r), s = e.node(r.v);
		i && a.push({
			v: r.v,
			w: r.w
		}), s.out -= o, B(t, n, s);
	}), (e.outEdges(r.v) || []).forEach((r) => {
		let i = e.edge(r), a = r.w, o = e.node(a);
		o.in -= i, B(t, n, o);
	}), e.removeNode(r.v), o;
}
function B(e, t, n) {
	var r, i, a;
	n.out ? n.in ? (a = e[n.out - n.in + t]) == null || a.enqueue(n) : (i = e[e.length - 1]) == null || i.enqueue(n) : (r = e[0]) == null || r.enqueue(n);
}
function _e(e, t) {
	var n;
	(e.graph().acyclicer === "greedy" ? function(e, t) {
		if (e.nodeCount() <= 1) return [];
		let n = function(e, t) {
			let n = new T(), r = 0, i = 0;
			e.nodes().forEach((e) => {
				n.setNode(e, {
					v: e,
					in: 0,
					out: 0
				});
			}), e.edges().forEach((e) => {
				let a = n.edge(e.v, e.w) || 0, o = t(e), s = a + o;
				n.setEdge(e.v, e.w, s);
				let c = n.node(e.v), l = n.node(e.w);
				i = Math.max(i, c.out += o), r = Math.max(r, l.in += o);
			});
			let a = function(e) {
				let t = [];
				for (let n = 0; n < e; n++) t.push(n);
				return t;
			}(i + r + 3).map(() => new he()), o = r + 1;
			return n.nodes().forEach((e) => {
				B(a, o, n.node(e));
			}), {
				graph: n,
				buckets: a,
				zeroIdx: o
			};
		}(e, t || ge);
		return function(e, t, n) {
			let r, i = [], a = t[t.length - 1], o = t[0];
			for (; e.nodeCount();) {
				for (; r = o.dequeue();) z(e, t, n, r);
				for (; r = a.dequeue();) z(e, t, n, r);
				if (e.nodeCount()) {
					for (let a = t.length - 2; a > 0; --a) if (r = t[a]?.dequeue(), r) {
						i = i.concat(z(e, t, n, r, !0) || []);
						break;
					}
				}
			}
			return i;
		}(n.graph, n.buckets, n.zeroIdx).flatMap((t) => e.outEdges(t.v, t.w) || []);
	}(e, (n = e, (e) => n.edge(e).weight)) : function(e, t) {
		let n = [], r = {}, i = {}, a = function t(a) {
			Object.hasOwn(i, a) || (i[a] = !0, r[a] = !0, e.outEdges(a).forEach((e) => {
				Object.hasOwn(r, e.w) ? n.push(e) : t(e.w);
			}), delete r[a]);
		};
		return t && typeof t.node == "function" && (a = function a(o) {
			var s;
			Object.hasOwn(i, o) || (i[o] = !0, r[o] = !0, (s = e.outEdges(o)) == null || s.forEach((i) => {
				Object.hasOwn(r, i.w) || t.node(o)?.rank > t.node(i.w)?.rank && function(e, t, n) {
					let r = /* @__PURE__ */ new Set();
					return function t(i) {
						if (e.sources().includes(i)) return !0;
						r.add(i);
						for (let a of e.inEdges(i) ?? []) if ((a.v !== n.v || a.w !== n.w) && !r.has(a.v) && t(a.v)) return !0;
						return !1;
					}(t);
				}(e, i.w, i) ? n.push(i) : a(i.w);
			}), delete r[o]);
		}), e.sources().forEach(a), e.nodes().forEach(a), n;
	}(e, t ?? null)).forEach((t) => {
		let n = e.edge(t);
		e.removeEdge(t), n.forwardName = t.name, n.reversed = !0, e.setEdge(t.w, t.v, n, M("rev"));
	});
}
function V(e) {
	let t = {};
	e.sources().forEach(function n(r) {
		let i = e.node(r);
		if (Object.hasOwn(t, r)) return i.rank;
		t[r] = !0;
		let a = e.outEdges(r), o = a ? a.map((t) => t == null ? Infinity : n(t.w) - e.edge(t).minlen) : [], s = A(Math.min, o);
		return s === Infinity && (s = 0), i.rank = s;
	});
}
function H(e, t) {
	return e.node(t.w).rank - e.node(t.v).rank - e.edge(t).minlen;
}
var U = function(e) {
	let t = new T({ directed: !1 }), n = e.nodes();
	if (n.length === 0) throw Error("Graph must have at least one node");
	let r, i, a = n[0], o = e.nodeCount();
	for (t.setNode(a, {}); ve(t, e) < o && (r = ye(t, e), r);) i = t.hasNode(r.v) ? H(e, r) : -H(e, r), be(t, e, i);
	return t;
};
function ve(e, t) {
	return e.nodes().forEach(function n(r) {
		let i = t.nodeEdges(r);
		i && i.forEach((i) => {
			let a = i.v, o = r === a ? i.w : a;
			!e.hasNode(o) && !H(t, i) && (e.setNode(o, {}), e.setEdge(r, o, {}), n(o));
		});
	}), e.nodeCount();
}
function ye(e, t) {
	return t.edges().reduce((n, r) => {
		let i = Infinity;
		return e.hasNode(r.v) !== e.hasNode(r.w) && (i = H(t, r)), i < n[0] ? [i, r] : n;
	}, [Infinity, null])[1];
}
function be(e, t, n) {
	e.nodes().forEach((e) => t.node(e).rank += n);
}
var { preorder: xe, postorder: Se } = p, Ce = W;
function W(e) {
	e = function(e) {
		let t = new T().setGraph(e.graph());
		return e.nodes().forEach((n) => t.setNode(n, e.node(n))), e.edges().forEach((n) => {
			let r = t.edge(n.v, n.w) || {
				weight: 0,
				minlen: 1
			}, i = e.edge(n);
			t.setEdge(n.v, n.w, {
				weight: r.weight + i.weight,
				minlen: Math.max(r.minlen, i.minlen)
			});
		}), t;
	}(e), V(e);
	let t, n, r = U(e);
	for (q(r), G(r, e); t = Y(r);) n = we(r, e, t), Te(r, e, t, n);
}
function G(e, t) {
	let n = Se(e, e.nodes());
	n = n.slice(0, n.length - 1), n.forEach((n) => function(e, t, n) {
		let r = e.node(n).parent;
		e.edge(n, r).cutvalue = K(e, t, n);
	}(e, t, n));
}
function K(e, t, n) {
	let r = e.node(n).parent, i = !0, a = t.edge(n, r), o = 0;
	a ||= (i = !1, t.edge(r, n)), o = a.weight;
	let s = t.nodeEdges(n);
	return s && s.forEach((a) => {
		let s = a.v === n, c = s ? a.w : a.v;
		if (c !== r) {
			let r = s === i, l = t.edge(a).weight;
			if (o += r ? l : -l, function(e, t, n) {
				return e.hasEdge(t, n);
			}(e, n, c)) {
				let t = e.edge(n, c).cutvalue;
				o += r ? -t : t;
			}
		}
	}), o;
}
function q(e, t) {
	arguments.length < 2 && (t = e.nodes()[0]), J(e, {}, 1, t);
}
function J(e, t, n, r, i) {
	let a = n, o = e.node(r);
	t[r] = !0;
	let s = e.neighbors(r);
	return s && s.forEach((i) => {
		Object.hasOwn(t, i) || (n = J(e, t, n, i, r));
	}), o.low = a, o.lim = n++, i ? o.parent = i : delete o.parent, n;
}
function Y(e) {
	return e.edges().find((t) => e.edge(t).cutvalue < 0);
}
function we(e, t, n) {
	let r = n.v, i = n.w;
	t.hasEdge(r, i) || (r = n.w, i = n.v);
	let a = e.node(r), o = e.node(i), s = a, c = !1;
	return a.lim > o.lim && (s = o, c = !0), t.edges().filter((t) => c === Ee(0, e.node(t.v), s) && c !== Ee(0, e.node(t.w), s)).reduce((e, n) => H(t, n) < H(t, e) ? n : e);
}
function Te(e, t, n, r) {
	let i = n.v, a = n.w;
	e.removeEdge(i, a), e.setEdge(r.v, r.w, {}), q(e), G(e, t), function(e, t) {
		let n = e.nodes().find((t) => !e.node(t).parent);
		if (!n) return;
		let r = xe(e, [n]);
		r = r.slice(1), r.forEach((n) => {
			let r = e.node(n).parent, i = t.edge(n, r), a = !1;
			i || (i = t.edge(r, n), a = !0), t.node(n).rank = t.node(r).rank + (a ? i.minlen : -i.minlen);
		});
	}(e, t);
}
function Ee(e, t, n) {
	return n.low <= t.lim && t.lim <= n.lim;
}
W.initLowLimValues = q, W.initCutValues = G, W.calcCutValue = K, W.leaveEdge = Y, W.enterEdge = we, W.exchangeEdges = Te;
var De = function(e) {
	let t = e.graph().ranker;
	if (typeof t == "function") return t(e);
	switch (t) {
		case "network-simplex":
		default:
			(function(e) {
				Ce(e);
			})(e);
			break;
		case "tight-tree":
			(function(e) {
				V(e), U(e);
			})(e);
			break;
		case "longest-path": Oe(e);
		case "none":
	}
}, Oe = V;
function ke(e) {
	let t = E(e, "root", {}, "_root"), n = function(e) {
		let t = {};
		function n(r, i) {
			let a = e.children(r);
			a && a.length && a.forEach((e) => n(e, i + 1)), t[r] = i;
		}
		return e.children(I).forEach((e) => n(e, 1)), t;
	}(e), r = Object.values(n), i = A(Math.max, r) - 1, a = 2 * i + 1;
	e.graph().nestingRoot = t, e.edges().forEach((t) => e.edge(t).minlen *= a);
	let o = function(e) {
		return e.edges().reduce((t, n) => t + e.edge(n).weight, 0);
	}(e) + 1;
	e.children(I).forEach((r) => {
		Ae(e, t, a, o, i, n, r);
	}), e.graph().nodeRankFactor = a;
}
function Ae(e, t, n, r, i, a, o) {
	let s = e.children(o);
	if (!s.length) return void (o !== t && e.setEdge(t, o, {
		weight: 0,
		minlen: n
	}));
	let c = ue(e, "_bt"), l = ue(e, "_bb"), u = e.node(o);
	e.setParent(c, o), u.borderTop = c, e.setParent(l, o), u.borderBottom = l, s.forEach((s) => {
		Ae(e, t, n, r, i, a, s);
		let u = e.node(s), d = u.borderTop ? u.borderTop : s, f = u.borderBottom ? u.borderBottom : s, p = u.borderTop ? r : 2 * r, m = d === f ? i - (a[o] ?? 0) + 1 : 1;
		e.setEdge(c, d, {
			weight: p,
			minlen: m,
			nestingEdge: !0
		}), e.setEdge(f, l, {
			weight: p,
			minlen: m,
			nestingEdge: !0
		});
	}), e.parent(o) || e.setEdge(t, c, {
		weight: 0,
		minlen: i + (a[o] ?? 0)
	});
}
function je(e, t, n, r, i, a) {
	let o = {
		width: 0,
		height: 0,
		rank: a,
		borderType: t
	}, s = i[t][a - 1], c = E(e, "border", o, n);
	i[t][a] = c, e.setParent(c, r), s && e.setEdge(s, c, { weight: 1 });
}
function Me(e) {
	e.nodes().forEach((t) => Ne(e.node(t))), e.edges().forEach((t) => Ne(e.edge(t)));
}
function Ne(e) {
	let t = e.width;
	e.width = e.height, e.height = t;
}
function X(e) {
	e.y = -e.y;
}
function Z(e) {
	let t = e.x;
	e.x = e.y, e.y = t;
}
function Pe(e, t) {
	let n = 0;
	for (let r = 1; r < t.length; ++r) n += Fe(e, t[r - 1], t[r]);
	return n;
}
function Fe(e, t, n) {
	let r = function(e, t) {
		return e.reduce((e, n, r) => (e[n] = t[r], e), {});
	}(n, n.map((e, t) => t)), i = t.flatMap((t) => {
		let n = e.outEdges(t);
		return n ? n.map((t) => ({
			pos: r[t.w],
			weight: e.edge(t).weight
		})).sort((e, t) => e.pos - t.pos) : [];
	}), a = 1;
	for (; a < n.length;) a <<= 1;
	let o = 2 * a - 1;
	--a;
	let s = Array(o).fill(0), c = 0;
	return i.forEach((e) => {
		let t = e.pos + a;
		s[t] += e.weight;
		let n = 0;
		for (; t > 0;) t % 2 && (n += s[t + 1]), t = t - 1 >> 1, s[t] += e.weight;
		c += e.weight * n;
	}), c;
}
function Ie(e, t, n, r, i) {
	let a = {}, o = null, s = null, c = i;
	typeof t == "boolean" ? (c = t, a = {}) : t && (a = t, o = n ?? null, s = r ?? null);
	let l = function(e) {
		let t = {
			lhs: [],
			rhs: []
		};
		return e.forEach((e) => {
			var n = e;
			Object.hasOwn(n, "barycenter") ? t.lhs.push(e) : t.rhs.push(e);
		}), t;
	}(e), u = l.lhs, d = l.rhs.sort((e, t) => t.i - e.i), f = [], p = 0, m = 0, h = 0;
	u.sort(function(e, t, n) {
		return (r, i) => {
			if (r.barycenter < i.barycenter) return -1;
			if (r.barycenter > i.barycenter) return 1;
			if (e && (typeof r.vs[0] == "string" || typeof i.vs[0] == "string")) {
				let n = L(t, e.node(r.vs[0]), e.node(i.vs[0]));
				if (n !== 0) return n;
			}
			return n ? i.i - r.i : r.i - i.i;
		};
	}(s, o, !!c));
	for (let [e, t] of Object.entries(a)) {
		let n = u.findIndex((t) => t.vs[0] === e);
		u.splice(n + 1, 0, t);
	}
	h = Le(f, d, h), u.forEach((e) => {
		h += e.vs.length, f.push(e.vs), p += e.barycenter * e.weight, m += e.weight, h = Le(f, d, h);
	});
	let g = { vs: f.flat(1) };
	return m && (g.barycenter = p / m, g.weight = m), g;
}
function Le(e, t, n) {
	let r;
	for (; t.length && (r = t[t.length - 1]).i <= n;) t.pop(), e.push(r.vs), n++;
	return n;
}
function Re(e, t, n, r, i) {
	var a, o;
	let s = null, c = i;
	typeof r == "boolean" ? (c = r, s = null) : r !== void 0 && (s = r);
	let l = e.children(t), u = e.node(t), d = u ? u.borderLeft : void 0, f = u ? u.borderRight : void 0, p = {};
	d && (l = l.filter((e) => e !== d && e !== f));
	let m = function(e, t = []) {
		return t.map((t) => {
			let n = e.inEdges(t);
			if (!n || !n.length) return { v: t };
			{
				let r = n.reduce((t, n) => {
					let r = e.edge(n), i = e.node(n.v);
					return {
						sum: t.sum + r.weight * i.order,
						weight: t.weight + r.weight
					};
				}, {
					sum: 0,
					weight: 0
				});
				return {
					v: t,
					barycenter: r.sum / r.weight,
					weight: r.weight
				};
			}
		});
	}(e, l);
	m.forEach((t) => {
		if (e.children(t.v).length) {
			let { result: r } = Re(e, t.v, n, s, c);
			p[t.v] = r, Object.hasOwn(r, "barycenter") && function(e, t) {
				e.barycenter === void 0 ? (e.barycenter = t.barycenter, e.weight = t.weight) : (e.barycenter = (e.barycenter * e.weight + t.barycenter * t.weight) / (e.weight + t.weight), e.weight += t.weight);
			}(t, r);
		}
	});
	let h = function(e, t) {
		let n = {};
		return e.forEach((e, t) => {
			let r = {
				indegree: 0,
				in: [],
				out: [],
				vs: [e.v],
				i: t
			};
			e.barycenter !== void 0 && (r.barycenter = e.barycenter, r.weight = e.weight), n[e.v] = r;
		}), t.edges().forEach((e) => {
			let t = n[e.v], r = n[e.w];
			t !== void 0 && r !== void 0 && (r.indegree++, t.out.push(r));
		}), function(e) {
			let t = [];
			function n(e) {
				return (t) => {
					t.merged || (t.barycenter === void 0 || e.barycenter === void 0 || t.barycenter >= e.barycenter) && function(e, t) {
						let n = 0, r = 0;
						e.weight && (n += e.barycenter * e.weight, r += e.weight), t.weight && (n += t.barycenter * t.weight, r += t.weight), e.vs = t.vs.concat(e.vs), e.barycenter = n / r, e.weight = r, e.i = Math.min(t.i, e.i), t.merged = !0;
					}(e, t);
				};
			}
			function r(t) {
				return (n) => {
					n.in.push(t), --n.indegree === 0 && e.push(n);
				};
			}
			for (; e.length;) {
				let i = e.pop();
				t.push(i), i.in.reverse().forEach(n(i)), i.out.forEach(r(i));
			}
			return t.filter((e) => !e.merged).map((e) => P(e, [
				"vs",
				"i",
				"barycenter",
				"weight"
			]));
		}(Object.values(n).filter((e) => !e.indegree));
	}(m, n);
	(function(e, t) {
		e.forEach((e) => {
			e.vs = e.vs.flatMap((e) => t[e] ? t[e].vs : e);
		});
	})(h, p);
	let g = {}, _ = !1;
	for (let t = 0; t < h.length; t++) for (let n = t + 1; n < h.length; n++) if (h[t] && h[n] && (a = h[t]) != null && a.barycenter && (o = h[n]) != null && o.barycenter && h[t]?.barycenter === h[n].barycenter) {
		let r = h[t]?.vs[0] ?? "", i = h[n]?.vs[0] ?? "", a = e.node(r), o = e.node(i);
		if (a.dummy === "edge" && o.dummy === "edge" && a.edgeObj?.v === o.edgeObj?.v && a.edgeObj?.w === o.edgeObj?.w) {
			if (a.edgeLabel.reversed) {
				g[i] = h[t], h.splice(t, 1), t--;
				break;
			}
			g[r] || (g[r] = h[n], h.splice(n, 1), n--);
		} else _ = !0;
	}
	let v = Ie(h, g, s, e, c);
	if (d && f) {
		v.vs = [
			d,
			v.vs,
			f
		].flat(1);
		let t = e.predecessors(d);
		if (t && t.length) {
			let n = e.node(t[0]), r = e.predecessors(f), i = e.node(r[0]);
			Object.hasOwn(v, "barycenter") || (v.barycenter = 0, v.weight = 0), v.barycenter = (v.barycenter * v.weight + n.order + i.order) / (v.weight + 2), v.weight += 2;
		}
	}
	return Object.defineProperty(v, "result", {
		value: v,
		enumerable: !1,
		configurable: !0,
		writable: !0
	}), Object.defineProperty(v, "usedBias", {
		value: _,
		enumerable: !1,
		configurable: !0,
		writable: !0
	}), v;
}
function ze(e, t = {}, n = null) {
	if (typeof t.customOrder == "function") return void t.customOrder(e, ze);
	let r = fe(e), i = Be(e, N(1, r + 1), "inEdges"), a = Be(e, N(r - 1, -1, -1), "outEdges"), o = function(e, t = null) {
		let n = {}, r = e.nodes().filter((t) => !e.children(t).length), i = r.map((t) => e.node(t).rank), a = N(A(Math.max, i) + 1).map(() => []);
		return r.sort((t, n) => e.node(t).rank - e.node(n).rank).forEach(function r(i) {
			if (n[i]) return;
			n[i] = !0;
			let o = e.node(i);
			a[o.rank].push(i);
			let s = e.successors(i);
			s && [...s].sort((n, r) => function(n, r) {
				return L(t, e.node(n), e.node(r));
			}(n, r)).forEach(r);
		}), a;
	}(e, n);
	if (He(e, o), t.disableOptimalOrderHeuristic) return;
	let s, c = Infinity, l = t.constraints || [];
	for (let t = 0, r = 0; r < 4; ++t, ++r) {
		Ve(t % 2 ? i : a, t % 4 >= 2, l, n), o = k(e);
		let u = Pe(e, o);
		u < c ? (r = 0, s = Object.assign({}, o), c = u) : u === c && (s = structuredClone(o));
	}
	He(e, s);
}
function Be(e, t, n) {
	let r = /* @__PURE__ */ new Map(), i = (e, t) => {
		r.has(e) || r.set(e, []), r.get(e).push(t);
	};
	for (let t of e.nodes()) {
		let n = e.node(t);
		if (typeof n.rank == "number" && i(n.rank, t), typeof n.minRank == "number" && typeof n.maxRank == "number") for (let e = n.minRank; e <= n.maxRank; e++) e !== n.rank && i(e, t);
	}
	return t.map(function(t) {
		return function(e, t, n, r) {
			r ||= e.nodes();
			let i = function(e) {
				let t;
				for (; e.hasNode(t = M("_root")););
				return t;
			}(e), a = new T({ compound: !0 }).setGraph({ root: i }).setDefaultNodeLabel((t) => e.node(t));
			return r.forEach((r) => {
				let o = e.node(r), s = e.parent(r);
				if (o.rank === t || o.minRank <= t && t <= o.maxRank) {
					a.setNode(r), a.setParent(r, s || i);
					let c = e[n](r);
					c && c.forEach((t) => {
						let n = t.v === r ? t.w : t.v, i = a.edge(n, r), o = i === void 0 ? 0 : i.weight;
						a.setEdge(n, r, { weight: e.edge(t).weight + o });
					}), Object.hasOwn(o, "minRank") && a.setNode(r, {
						borderLeft: o.borderLeft[t],
						borderRight: o.borderRight[t]
					});
				}
			}), a;
		}(e, t, n, r.get(t) || []);
	});
}
function Ve(e, t, n, r) {
	let i = !0, a = new T();
	e.forEach(function(e) {
		n.forEach((e) => a.setEdge(e.left, e.right));
		let o = e.graph().root, { result: s, usedBias: c } = Re(e, o, a, r, i);
		t && c && (i = !i), s.vs.forEach((t, n) => e.node(t).order = n), function(e, t, n) {
			let r, i = {};
			n.forEach((n) => {
				let a, o, s = e.parent(n);
				for (; s;) {
					if (a = e.parent(s), a ? (o = i[a], i[a] = s) : (o = r, r = s), o && o !== s) return void t.setEdge(o, s);
					s = a;
				}
			});
		}(e, a, s.vs);
	});
}
function He(e, t) {
	Object.values(t).forEach((t) => t.forEach((t, n) => e.node(t).order = n));
}
function Ue(e, t, n) {
	if (t > n) {
		let e = t;
		t = n, n = e;
	}
	let r = e[t];
	r || (e[t] = r = {}), r[n] = !0;
}
function We(e, t, n) {
	if (t > n) {
		let e = t;
		t = n, n = e;
	}
	let r = e[t];
	return r !== void 0 && Object.hasOwn(r, n);
}
function Ge(e, t) {
	let n, r = k(e), i = Object.assign(function(e, t) {
		let n = {};
		return t.length && t.reduce(function(t, r) {
			let i = 0, a = 0, o = t.length, s = r[r.length - 1];
			return r.forEach((t, c) => {
				let l = function(e, t) {
					if (e.node(t).dummy) {
						let n = e.predecessors(t);
						if (n) return n.find((t) => e.node(t).dummy);
					}
				}(e, t), u = l ? e.node(l).order : o;
				(l || t === s) && (r.slice(a, c + 1).forEach((t) => {
					let r = e.predecessors(t);
					r && r.forEach((r) => {
						let a = e.node(r), o = a.order;
						(o < i || u < o) && (!a.dummy || !e.node(t).dummy) && Ue(n, r, t);
					});
				}), a = c + 1, i = u);
			}), r;
		}), n;
	}(e, r), function(e, t) {
		let n = {};
		function r(t) {
			return e.node(t)?.dummy === "border";
		}
		if (!e.nodes().some(r)) return n;
		function i(t, r, i, a, o) {
			N(r, i).forEach((r) => {
				let i = t[r];
				if (i !== void 0 && e.node(i).dummy) {
					let t = e.predecessors(i);
					t && t.forEach((t) => {
						if (t === void 0) return;
						let r = e.node(t);
						r.dummy && (r.order < a || r.order > o) && Ue(n, t, i);
					});
				}
			});
		}
		return t.length && t.reduce(function(t, n) {
			let a = -1, o = -1, s = 0;
			return n.forEach((c, l) => {
				if (r(c)) {
					let t = e.predecessors(c);
					if (t && t.length) {
						let r = t[0];
						if (r === void 0) return;
						o = e.node(r).order, i(n, s, l, a, o), s = l, a = o;
					}
				}
				i(n, s, n.length, o, t.length);
			}), n;
		}), n;
	}(e, r)), a = {};
	return ["u", "d"].forEach((o) => {
		n = o === "u" ? r : Object.values(r).reverse(), ["l", "r"].forEach((r) => {
			r === "r" && (n = n.map((e) => Object.values(e).reverse()));
			let s = function(e, t, n, r, i) {
				let a = {}, o = {}, s = {};
				return t.forEach((e) => {
					e.forEach((e, t) => {
						a[e] = e, o[e] = e, s[e] = t;
					});
				}), t.forEach((t) => {
					let c = -1, l = -1, u = !1, d = t, f = t.findIndex((t) => i?.includes(t) || Ke(t, e, i));
					f > 0 && (d = [
						t[f],
						...t.slice(0, f),
						...t.slice(f + 1)
					], u = !0), d.forEach((t) => {
						let d = r(t);
						if (d && d.length) {
							i != null && i.includes(t) && (d = d.filter((t) => Ke(t, e, i)));
							let r = d.sort((e, t) => {
								let n = s[e], r = s[t];
								return (n === void 0 ? 0 : n) - (r === void 0 ? 0 : r);
							}), f = (r.length - 1) / 2;
							for (let e = Math.floor(f), i = Math.ceil(f); e <= i; ++e) {
								let i = r[e];
								if (i === void 0) continue;
								let d = s[i];
								if (d !== void 0 && o[t] === t && c < d && s[i] !== l && !We(n, t, i)) {
									let e = a[i];
									e !== void 0 && (o[i] = t, o[t] = a[t] = e, c = d, u &&= (c = -1, l = s[i] ?? -1, !1));
								}
							}
						}
					});
				}), {
					root: a,
					align: o
				};
			}(e, n, i, (t) => (o === "u" ? e.predecessors(t) : e.successors(t)) || [], t), c = function(e, t, n, r, i = !1) {
				let a = {}, o = function(e, t, n, r) {
					let i = new T(), a = e.graph(), o = function(e, t, n) {
						return (r, i, a) => {
							let o, s = r.node(i), c = r.node(a), l = 0;
							if (l += s.width / 2, Object.hasOwn(s, "labelpos")) switch (s.labelpos.toLowerCase()) {
								case "l":
									o = -s.width / 2;
									break;
								case "r": o = s.width / 2;
							}
							if (o && (l += n ? o : -o), o = void 0, l += (s.dummy ? t : e) / 2, l += (c.dummy ? t : e) / 2, l += c.width / 2, Object.hasOwn(c, "labelpos")) switch (c.labelpos.toLowerCase()) {
								case "l":
									o = c.width / 2;
									break;
								case "r": o = -c.width / 2;
							}
							return o && (l += n ? o : -o), l;
						};
					}(a.nodesep, a.edgesep, r);
					return t.forEach((t) => {
						let r;
						t.forEach((t) => {
							let a = n[t];
							if (a !== void 0) {
								if (i.setNode(a), r !== void 0) {
									let s = n[r];
									if (s !== void 0) {
										let n = i.edge(s, a);
										i.setEdge(s, a, Math.max(o(e, t, r), n || 0));
									}
								}
								r = t;
							}
						});
					}), i;
				}(e, t, n, i), s = i ? "borderLeft" : "borderRight";
				function c(e, t) {
					let n = o.nodes().slice(), r = {}, i = n.pop();
					for (; i;) {
						if (r[i]) e(i);
						else {
							r[i] = !0, n.push(i);
							for (let e of t(i)) n.push(e);
						}
						i = n.pop();
					}
				}
				return c(function(e) {
					let t = o.inEdges(e);
					a[e] = t ? t.reduce((e, t) => {
						let n = a[t.v] ?? 0, r = o.edge(t);
						return Math.max(e, n + (r === void 0 ? 0 : r));
					}, 0) : 0;
				}, function(e) {
					return o.predecessors(e) || [];
				}), c(function(t) {
					let n = o.outEdges(t), r = Infinity;
					n && (r = n.reduce((e, t) => {
						let n = a[t.w], r = o.edge(t);
						return Math.min(e, (n === void 0 ? 0 : n) - (r === void 0 ? 0 : r));
					}, Infinity));
					let i = e.node(t);
					r !== Infinity && i.borderType !== s && (a[t] = Math.max(a[t] === void 0 ? 0 : a[t], r));
				}, function(e) {
					return o.successors(e) || [];
				}), Object.keys(r).forEach((e) => {
					let t = n[e];
					t !== void 0 && (a[e] = a[t] ?? 0);
				}), a;
			}(e, n, s.root, s.align, r === "r");
			r === "r" && (c = F(c, (e) => -e)), a[o + r] = c;
		});
	}), function(e, t) {
		let n = Object.values(t), r = A(Math.min, n), i = A(Math.max, n);
		["u", "d"].forEach((n) => {
			["l", "r"].forEach((a) => {
				let o = n + a, s = e[o];
				if (!s || s === t) return;
				let c = Object.values(s), l = r - A(Math.min, c);
				a !== "l" && (l = i - A(Math.max, c)), l && (e[o] = F(s, (e) => e + l));
			});
		});
	}(a, function(e, t) {
		return Object.values(t).reduce((t, n) => {
			let r = -Infinity, i = Infinity;
			Object.entries(n).forEach(([t, n]) => {
				let a = function(e, t) {
					return e.node(t).width;
				}(e, t) / 2;
				r = Math.max(n + a, r), i = Math.min(n - a, i);
			});
			let a = r - i;
			return a < t[0] && (t = [a, n]), t;
		}, [Infinity, null])[1];
	}(e, a)), function(e, t) {
		let n = e.ul;
		return n ? F(n, (n, r) => {
			if (t) {
				let n = e[t.toLowerCase()];
				if (n && n[r] !== void 0) return n[r];
			}
			let i = Object.values(e).map((e) => {
				let t = e[r];
				return t === void 0 ? 0 : t;
			}).sort((e, t) => e - t);
			return ((i[1] ?? 0) + (i[2] ?? 0)) / 2;
		}) : {};
	}(a, e.graph().align);
}
function Ke(e, t, n) {
	if (!n) return !1;
	let r = t.node(e)?.edgeObj;
	if (!r || t.node(e).edgeLabel.reversed) return !1;
	let i = n.indexOf(r?.v), a = n.indexOf(r?.w);
	return i !== -1 && a !== -1 && i === (a + 1) % n.length || i === (a - 1) % n.length;
}
var qe = /* @__PURE__ */ new WeakMap();
function Je(e, t, n) {
	let r = t;
	for (; r !== void 0;) {
		let t = e.parent(r);
		if (t === n) return r;
		r = t;
	}
}
function Ye(e, t, n) {
	let r = e.nodes().filter((t) => e.children(t).length), i = {};
	r.forEach((r) => {
		let a = e.node(r);
		if (a && a.rankdir) {
			let o = new T({
				multigraph: !0,
				compound: !0
			});
			o.setGraph({ rankdir: a.rankdir });
			let s = e.children(r);
			s.forEach((t) => {
				let n = { ...e.node(t) };
				o.setNode(t, n);
				let i = e.parent(t);
				i && i !== r && s.includes(i) && o.setParent(t, i);
			});
			let c = /* @__PURE__ */ new Set();
			e.edges().forEach((t) => {
				let n = Je(e, t.v, r), i = Je(e, t.w, r);
				if (n === t.v && i === t.w) o.setEdge(t, { ...e.edge(t) });
				else if (n && i && n !== i) {
					let r = `${n}\0${i}`;
					c.has(r) || (c.add(r), o.setEdge(n, i, { ...e.edge(t) }));
				}
			}), Ye(o, t, n);
			let l = st(o);
			Ze(l, t, n, null), Qe(o, l);
			let u = 1 / 0, d = 1 / 0, f = -1 / 0, p = -1 / 0;
			o.nodes().forEach((e) => {
				if (e === r) return;
				let t = o.node(e);
				t && typeof t.x == "number" && typeof t.y == "number" && typeof t.width == "number" && typeof t.height == "number" && (u = Math.min(u, t.x - t.width / 2), f = Math.max(f, t.x + t.width / 2), d = Math.min(d, t.y - t.height / 2), p = Math.max(p, t.y + t.height / 2));
			}), isFinite(u) && isFinite(d) && isFinite(f) && isFinite(p) || (u = d = 0, f = p = 0);
			let m = f - u, h = p - d;
			i[r] = {
				minX: u,
				minY: d,
				maxX: f,
				maxY: p,
				width: m,
				height: h,
				offsetX: u,
				offsetY: d
			}, a._dagreClusterSubgraph = o;
		}
	});
	let a = [], o = /* @__PURE__ */ new Map();
	r.forEach((t) => {
		let n = e.node(t);
		n && n.rankdir && i[t] && o.set(t, (e.children(t) || []).filter((e) => e !== t));
	});
	let s = new Set([...o.values()].flat()), c = /* @__PURE__ */ new Map();
	o.forEach((t, n) => {
		s.has(n) || c.set(n, ((t) => {
			let n = [], r = (e.children(t) || []).filter((e) => e !== t);
			for (; r.length > 0;) {
				let t = r.shift();
				n.push(t), (e.children(t) || []).filter((e) => e !== t).forEach((e) => r.push(e));
			}
			return n;
		})(n));
	});
	let l = new Set([...c.values()].flat()), u = (e) => {
		for (let [t, n] of c) if (n.includes(e)) return t;
		return e;
	}, d = [];
	e.edges().forEach((t) => {
		(l.has(t.v) || l.has(t.w)) && d.push({
			edge: t,
			label: e.edge(t)
		});
	});
	let f = /* @__PURE__ */ new Map();
	l.forEach((t) => {
		let n = e.parent(t);
		f.set(t, typeof n == "string" ? n : void 0);
	}), c.forEach((t, n) => {
		let r = e.node(n), o = [];
		t.forEach((t) => {
			let n = e.node(t);
			n && (o.push({
				id: t,
				node: n,
				parent: f.get(t)
			}), e.removeNode(t));
		});
		let s = d.filter(({ edge: e }) => t.includes(e.v) || t.includes(e.w)), c = i[n];
		r && (a.push({
			clusterId: n,
			subgraph: r._dagreClusterSubgraph,
			bounds: c,
			children: t,
			removedNodes: o,
			removedEdges: s
		}), r.width = c.width, r.height = c.height);
	});
	let p = /* @__PURE__ */ new Set();
	d.forEach(({ edge: t, label: n }) => {
		let r = u(t.v), i = u(t.w);
		if (r !== i && e.hasNode(r) && e.hasNode(i)) {
			let t = `${r}\0${i}`;
			p.has(t) || (p.add(t), e.setEdge(r, i, {
				...n,
				width: 0,
				height: 0
			}));
		}
	});
	let m = st(e), h = Ze(m, t, n, qe.get(e) ?? null);
	qe.set(e, h), Qe(e, m), p.forEach((t) => {
		let n = t.indexOf("\0"), r = t.slice(0, n), i = t.slice(n + 1);
		e.hasEdge(r, i) && e.removeEdge(r, i);
	}), a.forEach(({ clusterId: t, subgraph: n, bounds: r, removedNodes: i, removedEdges: a }) => {
		let o = e.node(t), s = o?.x ?? 0, c = o?.y ?? 0, l = (r.minX + r.maxX) / 2, u = (r.minY + r.maxY) / 2;
		i.forEach(({ id: t, node: n, parent: r }) => {
			e.setNode(t, n), r !== void 0 && e.setParent(t, r);
		}), a.forEach(({ edge: t, label: n }) => {
			e.setEdge(t, n);
		}), n.nodes().forEach((r) => {
			if (r === t) return;
			let i = n.node(r), a = e.node(r);
			a && i && typeof i.x == "number" && typeof i.y == "number" && (a.x = s + (i.x - l), a.y = c + (i.y - u));
		}), Xe(e, n, s - l, c - u), delete o._dagreClusterSubgraph;
	}), r.forEach((t) => {
		let n = e.node(t), r = i[t];
		if (n && n.rankdir && n._dagreClusterSubgraph && r) {
			let i = n._dagreClusterSubgraph, a = n.x ?? 0, o = n.y ?? 0, s = (r.minX + r.maxX) / 2, c = (r.minY + r.maxY) / 2;
			i.nodes().forEach((n) => {
				if (n === t) return;
				let r = i.node(n), l = e.node(n);
				if (l && r && typeof r.x == "number" && typeof r.y == "number") {
					let e = r.x - s, t = r.y - c;
					l.x = a + e, l.y = o + t;
				}
			}), Xe(e, i, a - s, o - c), delete n._dagreClusterSubgraph;
		}
	});
}
function Xe(e, t, n, r) {
	t.edges().forEach((i) => {
		if (!e.hasEdge(i)) return;
		let a = t.edge(i), o = e.edge(i);
		o.points = a.points.map((e) => ({
			x: e.x + n,
			y: e.y + r
		})), Object.hasOwn(a, "x") && (o.x = a.x + n, o.y = a.y + r);
	});
}
function Ze(e, t, n, r = null) {
	var i, a;
	let o = !1 !== n?.useDynamic, s = o && (i = r?.graph) != null ? i : null, c = o && (a = r?.rawNodes) != null ? a : null;
	t("    makeSpaceForEdgeLabels", () => function(e) {
		let t = e.graph();
		t.ranksep /= 2, e.edges().forEach((n) => {
			let r = e.edge(n);
			r.minlen *= 2, (r.labelpos ?? "r").toLowerCase() !== "c" && (t.rankdir === "TB" || t.rankdir === "BT" ? r.width += r.labeloffset : r.height += r.labeloffset);
		});
	}(e)), t("    removeSelfEdges", () => function(e) {
		e.edges().forEach((t) => {
			if (t.v === t.w) {
				let n = e.node(t.v);
				n.selfEdges ||= [], n.selfEdges.push({
					e: t,
					label: e.edge(t)
				}), e.removeEdge(t);
			}
		});
	}(e)), t("    acyclic", () => _e(e, s)), t("    nestingGraph.run", () => ke(e)), t("    rank", () => De(D(e))), t("    injectEdgeLabelProxies", () => function(e) {
		e.edges().forEach((t) => {
			let n = e.edge(t);
			if (n.width && n.height) {
				let n = e.node(t.v);
				E(e, "edge-proxy", {
					rank: (e.node(t.w).rank - n.rank) / 2 + n.rank,
					e: t
				}, "_ep");
			}
		});
	}(e)), t("    removeEmptyRanks", () => function(e) {
		let t = e.nodes().map((t) => e.node(t).rank).filter((e) => e !== void 0), n = A(Math.min, t), r = [];
		e.nodes().forEach((t) => {
			let i = e.node(t).rank - n;
			r[i] || (r[i] = []), r[i].push(t);
		});
		let i = 0, a = e.graph().nodeRankFactor;
		Array.from(r).forEach((t, n) => {
			t === void 0 && n % a !== 0 ? --i : t !== void 0 && i && t.forEach((t) => e.node(t).rank += i);
		});
	}(e)), t("    nestingGraph.cleanup", () => function(e) {
		let t = e.graph();
		e.removeNode(t.nestingRoot), delete t.nestingRoot, e.edges().forEach((t) => {
			e.edge(t).nestingEdge && e.removeEdge(t);
		});
	}(e)), t("    normalizeRanks", () => function(e) {
		let t = e.nodes().map((t) => {
			let n = e.node(t).rank;
			return n === void 0 ? Number.MAX_VALUE : n;
		}), n = A(Math.min, t);
		e.nodes().forEach((t) => {
			let r = e.node(t);
			Object.hasOwn(r, "rank") && (r.rank -= n);
		});
	}(e)), t("    assignRankMinMax", () => function(e) {
		let t = 0;
		e.nodes().forEach((n) => {
			let r = e.node(n);
			r.borderTop && (r.minRank = e.node(r.borderTop).rank, r.maxRank = e.node(r.borderBottom).rank, t = Math.max(t, r.maxRank));
		}), e.graph().maxRank = t;
	}(e)), t("    removeEdgeLabelProxies", () => function(e) {
		e.nodes().forEach((t) => {
			let n = e.node(t);
			if (n.dummy === "edge-proxy") {
				let r = n;
				e.edge(r.e).labelRank = n.rank, e.removeNode(t);
			}
		});
	}(e)), t("    normalize.run", () => function(e) {
		e.graph().dummyChains = [], e.edges().forEach((t) => function(e, t) {
			let n = t.v, r = e.node(n).rank, i = t.w, a = e.node(i).rank, o = t.name, s = e.edge(t), c = s.labelRank;
			if (a === r + 1) return;
			e.removeEdge(t);
			let l, u, d = 0;
			for (++r; r < a; ++d, ++r) s.points = [], u = {
				width: 0,
				height: 0,
				edgeLabel: s,
				edgeObj: t,
				rank: r
			}, l = E(e, "edge", u, "_d"), r === c && (u.width = s.width, u.height = s.height, u.dummy = "edge-label", u.labelpos = s.labelpos), e.setEdge(n, l, { weight: s.weight }, o), d === 0 && e.graph().dummyChains.push(l), n = l;
			e.setEdge(n, i, { weight: s.weight }, o);
		}(e, t));
	}(e)), t("    parentDummyChains", () => function(e) {
		let t = function(e) {
			let t = {}, n = 0;
			return e.children(I).forEach(function r(i) {
				let a = n;
				e.children(i).forEach(r), t[i] = {
					low: a,
					lim: n++
				};
			}), t;
		}(e), n = e.graph();
		Array.isArray(n.dummyChains) && n.dummyChains.forEach((n) => {
			let r = e.node(n), i = r.edgeObj, a = function(e, t, n, r) {
				let i, a = [], o = [], s = Math.min(t[n].low, t[r].low), c = Math.max(t[n].lim, t[r].lim);
				i = n;
				do
					i = e.parent(i), a.push(i);
				while (i && (t[i].low > s || c > t[i].lim));
				let l = i, u = r;
				for (; (u = e.parent(u)) !== l;) o.push(u);
				return {
					path: a.concat(o.reverse()),
					lca: l
				};
			}(e, t, i.v, i.w), o = a.path, s = a.lca, c = 0, l = o[c], u = !0;
			for (; n !== i.w;) {
				if (r = e.node(n), u) {
					for (; (l = o[c]) !== s && e.node(l).maxRank < r.rank;) c++;
					l === s && (u = !1);
				}
				if (!u) {
					for (; c < o.length - 1 && e.node(o[c + 1]).minRank <= r.rank;) c++;
					l = o[c];
				}
				l !== void 0 && e.setParent(n, l), n = e.successors(n)[0];
			}
		});
	}(e)), t("    addBorderSegments", () => function(e) {
		e.children(I).forEach(function t(n) {
			let r = e.children(n), i = e.node(n);
			if (r.length && r.forEach(t), i && Object.hasOwn(i, "minRank")) {
				i.borderLeft = [], i.borderRight = [];
				for (let t = i.minRank, r = i.maxRank + 1; t < r; ++t) je(e, "borderLeft", "_bl", n, i, t), je(e, "borderRight", "_br", n, i, t);
			}
		});
	}(e)), t("    order", () => ze(e, n, c)), t("    insertSelfEdges", () => function(e) {
		k(e).forEach((t) => {
			let n = 0;
			t.forEach((t, r) => {
				let i = e.node(t);
				typeof i.rank != "number" && (i.rank = 0), i.order = r + n, (i.selfEdges || []).forEach((t) => {
					E(e, "selfedge", {
						width: t.label.width,
						height: t.label.height,
						rank: i.rank,
						order: r + ++n,
						e: t.e,
						edgeLabel: t.label
					}, "_se"), Array.isArray(t.label.points) && t.label.points.length === 7 || (t.label.points = [
						{
							x: 0,
							y: -10
						},
						{
							x: 0,
							y: -10
						},
						{
							x: 0,
							y: 0
						},
						{
							x: 0,
							y: 10
						},
						{
							x: 0,
							y: 10
						},
						{
							x: 0,
							y: 0
						},
						{
							x: 0,
							y: 0
						}
					]);
				}), delete i.selfEdges;
			});
		});
	}(e)), t("    adjustCoordinateSystem", () => function(e) {
		let t = e.graph().rankdir?.toLowerCase();
		(t === "lr" || t === "rl") && Me(e);
	}(e)), t("    position", () => function(e, t) {
		(function(e) {
			let t = k(e), n = e.graph(), r = n.ranksep, i = n.rankalign, a = 0;
			t.forEach((t) => {
				let n = t.reduce((t, n) => {
					let r = e.node(n).height ?? 0;
					return t > r ? t : r;
				}, 0);
				t.forEach((t) => {
					let r = e.node(t);
					r.y = i === "top" ? a + r.height / 2 : i === "bottom" ? a + n - r.height / 2 : a + n / 2;
				}), a += n + r;
			});
		})(e = D(e)), Object.entries(Ge(e, t)).forEach(([t, n]) => e.node(t).x = n);
	}(e, n.corePath)), t("    positionSelfEdges", () => function(e) {
		e.nodes().forEach((t) => {
			let n = e.node(t), r = (e) => typeof e == "number" && isFinite(e);
			if (n.dummy === "selfedge") {
				let i = n, a = e.node(i.e.v), o = r(a?.x) ? a.x : 0, s = r(a?.y) ? a.y : 0, c = r(a?.width) ? a.width : 0, l = r(a?.height) ? a.height : 0, u = r(n.x) ? n.x : o, d = r(n.y) ? n.y : s, f = c / 2, p = l / 2;
				i.edgeLabel.points = [
					{
						x: u + f,
						y: d - p
					},
					{
						x: u + f,
						y: d - p
					},
					{
						x: u,
						y: d
					},
					{
						x: u - f,
						y: d + p
					},
					{
						x: u - f,
						y: d + p
					},
					{
						x: u,
						y: d
					},
					{
						x: u,
						y: d
					}
				], i.edgeLabel.x = u, i.edgeLabel.y = d, e.setEdge(i.e, i.edgeLabel), e.removeNode(t);
			} else n && Array.isArray(n.selfEdges) && n.selfEdges.forEach((e) => {
				if (!Array.isArray(e.label.points) || e.label.points.length !== 7) {
					let t = r(n.x) ? n.x : 0, i = r(n.y) ? n.y : 0, a = (r(n.width) ? n.width : 0) / 2, o = (r(n.height) ? n.height : 0) / 2;
					e.label.points = [
						{
							x: t + a,
							y: i - o
						},
						{
							x: t + a,
							y: i - o
						},
						{
							x: t,
							y: i
						},
						{
							x: t - a,
							y: i + o
						},
						{
							x: t - a,
							y: i + o
						},
						{
							x: t,
							y: i
						},
						{
							x: t,
							y: i
						}
					];
				}
			});
		});
	}(e));
	let l = JSON.parse(JSON.stringify(e._nodes));
	return t("    removeBorderNodes", () => function(e) {
		e.nodes().forEach((t) => {
			if (e.children(t).length) {
				let n = e.node(t), r = e.node(n.borderTop), i = e.node(n.borderBottom), a = e.node(n.borderLeft[n.borderLeft.length - 1]), o = e.node(n.borderRight[n.borderRight.length - 1]);
				n.width = Math.abs(o.x - a.x), n.height = Math.abs(i.y - r.y), n.x = a.x + n.width / 2, n.y = r.y + n.height / 2;
			}
		}), e.nodes().forEach((t) => {
			e.node(t).dummy === "border" && e.removeNode(t);
		});
	}(e)), t("    normalize.undo", () => function(e) {
		e.graph().dummyChains.forEach((t) => {
			let n, r = e.node(t), i = r.edgeLabel;
			for (e.setEdge(r.edgeObj, i); r.dummy;) n = e.successors(t)[0], e.removeNode(t), i.points.push({
				x: r.x,
				y: r.y
			}), r.dummy === "edge-label" && (i.x = r.x, i.y = r.y, i.width = r.width, i.height = r.height), t = n, r = e.node(t);
		});
	}(e)), t("    fixupEdgeLabelCoords", () => function(e) {
		e.edges().forEach((t) => {
			let n = e.edge(t);
			if (Object.hasOwn(n, "x")) switch ((n.labelpos === "l" || n.labelpos === "r") && (n.width -= n.labeloffset), n.labelpos) {
				case "l":
					n.x -= n.width / 2 + n.labeloffset;
					break;
				case "r": n.x += n.width / 2 + n.labeloffset;
			}
		});
	}(e)), t("    undoCoordinateSystem", () => function(e) {
		let t = e.graph().rankdir?.toLowerCase();
		(t === "bt" || t === "rl") && function(e) {
			e.nodes().forEach((t) => X(e.node(t))), e.edges().forEach((t) => {
				var n;
				let r = e.edge(t);
				(n = r.points) == null || n.forEach(X), Object.hasOwn(r, "y") && X(r);
			});
		}(e), (t === "lr" || t === "rl") && (function(e) {
			e.nodes().forEach((t) => Z(e.node(t))), e.edges().forEach((t) => {
				var n;
				let r = e.edge(t);
				(n = r.points) == null || n.forEach(Z), Object.hasOwn(r, "x") && Z(r);
			});
		}(e), Me(e));
	}(e)), t("    translateGraph", () => function(e) {
		let t = Infinity, n = 0, r = Infinity, i = 0, a = e.graph(), o = a.marginx || 0, s = a.marginy || 0;
		function c(e) {
			let a = e.x, o = e.y, s = e.width, c = e.height;
			t = Math.min(t, a - s / 2), n = Math.max(n, a + s / 2), r = Math.min(r, o - c / 2), i = Math.max(i, o + c / 2);
		}
		e.nodes().forEach((t) => c(e.node(t))), e.edges().forEach((t) => {
			let n = e.edge(t);
			Object.hasOwn(n, "x") && c(n);
		}), t -= o, r -= s, e.nodes().forEach((n) => {
			let i = e.node(n);
			i.x -= t, i.y -= r;
		}), e.edges().forEach((n) => {
			let i = e.edge(n);
			i.points.forEach((e) => {
				e.x -= t, e.y -= r;
			}), Object.hasOwn(i, "x") && (i.x -= t), Object.hasOwn(i, "y") && (i.y -= r);
		}), a.width = n - t + o, a.height = i - r + s;
	}(e)), t("    assignNodeIntersects", () => function(e) {
		e.edges().forEach((t) => {
			if (t.v === t.w) return;
			let n, r, i = e.edge(t), a = e.node(t.v), o = e.node(t.w);
			i.points ? (n = i.points[0], r = i.points[i.points.length - 1]) : (i.points = [], n = o, r = a), i.points.unshift(O(a, n)), i.points.push(O(o, r));
		});
	}(e)), t("    reversePoints", () => function(e) {
		e.edges().forEach((t) => {
			let n = e.edge(t);
			n.reversed && n.points.reverse();
		});
	}(e)), t("    acyclic.undo", () => function(e) {
		e.edges().forEach((t) => {
			let n = e.edge(t);
			if (n.reversed) {
				e.removeEdge(t);
				let r = n.forwardName;
				delete n.reversed, delete n.forwardName, e.setEdge(t.w, t.v, n, r);
			}
		});
	}(e)), {
		graph: e,
		rawNodes: l
	};
}
function Qe(e, t) {
	e.nodes().forEach((n) => {
		let r = e.node(n), i = t.node(n);
		r && (r.x = i.x, r.y = i.y, r.order = i.order, r.rank = i.rank, t.children(n).length && (r.width = i.width, r.height = i.height));
	}), e.edges().forEach((n) => {
		let r = e.edge(n), i = t.edge(n);
		r.points = i.points, Object.hasOwn(i, "x") && (r.x = i.x, r.y = i.y);
	}), e.graph().width = t.graph().width, e.graph().height = t.graph().height;
}
var $e = [
	"nodesep",
	"edgesep",
	"ranksep",
	"marginx",
	"marginy"
], et = {
	ranksep: 50,
	edgesep: 20,
	nodesep: 50,
	rankdir: "TB",
	rankalign: "center"
}, tt = [
	"acyclicer",
	"ranker",
	"rankdir",
	"align",
	"rankalign"
], nt = [
	"width",
	"height",
	"rank"
], rt = {
	width: 0,
	height: 0
}, it = [
	"minlen",
	"weight",
	"width",
	"height",
	"labeloffset"
], at = {
	minlen: 1,
	weight: 1,
	width: 0,
	height: 0,
	labeloffset: 10,
	labelpos: "r"
}, ot = ["labelpos"];
function st(e) {
	let t = new T({
		multigraph: !0,
		compound: !0
	}), n = $(e.graph());
	return t.setGraph(Object.assign({}, et, Q(n, $e), P(n, tt))), e.nodes().forEach((n) => {
		let r = Q($(e.node(n)), nt);
		Object.keys(rt).forEach((e) => {
			r[e] === void 0 && (r[e] = rt[e]);
		}), t.setNode(n, r);
		let i = e.parent(n);
		i !== void 0 && t.setParent(n, i);
	}), e.edges().forEach((n) => {
		let r = $(e.edge(n));
		t.setEdge(n, Object.assign({}, at, Q(r, it), P(r, ot)));
	}), t;
}
function Q(e, t) {
	return F(P(e, t), Number);
}
function $(e) {
	let t = {};
	return e && Object.entries(e).forEach(([e, n]) => {
		typeof e == "string" && (e = e.toLowerCase()), t[e] = n;
	}), t;
}
var ct = {
	graphlib: t,
	version: "3.1.3",
	layout: function(e, t = {}) {
		return Ye(e, j, t), e;
	},
	debug: function(e) {
		let t = k(e), n = new T({
			compound: !0,
			multigraph: !0
		}).setGraph({});
		return e.nodes().forEach((t) => {
			n.setNode(t, { label: t }), n.setParent(t, "layer" + e.node(t).rank);
		}), e.edges().forEach((e) => n.setEdge(e.v, e.w, {}, e.name)), t.forEach((e, t) => {
			let r = "layer" + t;
			n.setNode(r, { rank: "same" }), e.reduce((e, t) => (n.setEdge(e, t, { style: "invis" }), t));
		}), n;
	},
	util: {
		time: function(e, t) {
			let n = Date.now();
			try {
				return t();
			} finally {
				console.log(e + " time: " + (Date.now() - n) + "ms");
			}
		},
		notime: j
	}
};
export { ct as default };
