import { Fragment as e, Teleport as t, computed as n, createBlock as r, createCommentVNode as i, createElementBlock as a, createElementVNode as o, createPropsRestProxy as s, createTextVNode as c, createVNode as l, defineComponent as u, effectScope as d, getCurrentInstance as f, getCurrentScope as p, guardReactiveProps as m, h, hasInjectionContext as g, inject as _, isMemoSame as v, isRef as y, markRaw as b, mergeModels as x, mergeProps as S, nextTick as C, normalizeClass as w, normalizeProps as T, normalizeStyle as E, onBeforeMount as D, onBeforeUnmount as ee, onMounted as O, onScopeDispose as k, onUnmounted as A, openBlock as j, provide as M, reactive as N, ref as P, renderList as F, renderSlot as I, resolveComponent as te, resolveDynamicComponent as L, shallowReactive as R, shallowRef as z, toDisplayString as B, toRaw as V, toRef as H, toRefs as ne, toValue as U, unref as W, useAttrs as re, useId as ie, useModel as ae, useSlots as oe, vModelText as se, watch as G, watchEffect as ce, withCtx as le, withDirectives as ue, withKeys as de, withModifiers as K } from "vue";
var fe = (e) => 20 * Math.round(e / 20), pe = (e) => Math.max(e.inputs.length, e.outputs.length), me = (e) => e.container && !e.collapsed, he = (e) => {
	let t = me(e) ? 0 : pe(e);
	return 56 + (t ? 6 + 24 * t + 8 : 0);
}, ge = (e, t) => 68 + 24 * e + (t ? 20 + 32 * t : 0) + 12;
function _e(e) {
	if (!me(e)) return {
		width: 240,
		height: he(e)
	};
	let t = Math.max(ge(e.inputs.length, e.inner_outputs?.length ?? 0), ge(e.outputs.length, e.inner_inputs?.length ?? 0));
	return {
		width: Math.max(480, e.w ?? 0, e.roomW ?? 0),
		height: Math.max(t, e.h ?? 0, e.roomH ?? 0)
	};
}
var ve = (e) => 12 + 24 * e + 12, ye = (e, t) => 12 + 24 * e + 20 + 32 * t + 12;
function be(e) {
	let { width: t } = _e(e), n = me(e), r = [];
	e.start || r.push({
		id: "in",
		type: "target",
		side: "left",
		x: 0,
		y: 28
	}), r.push({
		id: "out",
		type: "source",
		side: "right",
		x: t,
		y: 28
	});
	let i = (e) => 56 + (n ? ve(e) : 6 + 24 * e + 12);
	return e.inputs.forEach((e, t) => r.push({
		id: e.name,
		type: "target",
		side: "left",
		x: 0,
		y: i(t)
	})), e.outputs.forEach((e, n) => r.push({
		id: e.name,
		type: "source",
		side: "right",
		x: t,
		y: i(n)
	})), n && (e.inner_outputs?.forEach((t, n) => r.push({
		id: t.name,
		type: "source",
		side: "right",
		x: 84,
		y: 56 + ye(e.inputs.length, n)
	})), e.inner_inputs?.forEach((n, i) => r.push({
		id: n.name,
		type: "target",
		side: "left",
		x: t - 84,
		y: 56 + ye(e.outputs.length, i)
	}))), r;
}
function xe(e, t) {
	let { x: n, y: r } = e, i = /* @__PURE__ */ new Set([e.id]);
	for (let a = e.parent; a && !i.has(a);) {
		i.add(a);
		let e = t.get(a);
		if (!e) break;
		n += e.x, r += e.y, a = e.parent;
	}
	return {
		x: n,
		y: r
	};
}
function Se(e, t) {
	let n = 0, r = /* @__PURE__ */ new Set([e.id]);
	for (let i = e.parent; i && !r.has(i) && t.has(i); i = t.get(i)?.parent) r.add(i), n++;
	return n;
}
function Ce(e, t) {
	let n = t.get(e.source), r = t.get(e.target);
	if (!n || !r) return null;
	let i = be(n).find((t) => t.type === "source" && t.id === e.source_port), a = be(r).find((t) => t.type === "target" && t.id === e.target_port);
	if (!i || !a) return null;
	let o = xe(n, t), s = xe(r, t);
	return {
		sx: o.x + i.x,
		sy: o.y + i.y,
		tx: s.x + a.x,
		ty: s.y + a.y
	};
}
function we({ sx: e, sy: t, tx: n, ty: r }) {
	let i = n - e;
	if (i >= 28) {
		let a = Math.min(Math.max(.5 * i, 24), 180);
		return {
			d: `M${e},${t}C${e + a},${t} ${n - a},${r} ${n},${r}`,
			x: e + i / 2,
			y: (t + r) / 2
		};
	}
	let a = e + 26, o = n - 26, s = Math.abs(r - t) > 150 ? (t + r) / 2 : Math.max(t, r) + 110, c = Math.min(14, Math.abs(s - t) / 2, Math.abs(r - s) / 2, Math.max((a - o) / 2, 1)), l = Math.sign(s - t) || 1, u = Math.sign(r - s) || 1;
	return {
		d: `M${e},${t}H${a - c}Q${a},${t} ${a},${t + c * l}V${s - c * l}Q${a},${s} ${a - c},${s}H${o + c}Q${o},${s} ${o},${s + c * u}V${r - c * u}Q${o},${r} ${o + c},${r}H${n}`,
		x: (a + o) / 2,
		y: s
	};
}
function Te(e, t, n) {
	let { sx: r, sy: i, tx: a, ty: o } = e;
	if (a - r < 28) return 1 / 0;
	let s = Math.min(Math.max(.5 * (a - r), 24), 180), c = 1 / 0;
	for (let e = 0; e <= 24; e++) {
		let l = e / 24, u = 1 - l, d = u * u * u * r + 3 * u * u * l * (r + s) + 3 * u * l * l * (a - s) + l * l * l * a, f = u * u * u * i + 3 * u * u * l * i + 3 * u * l * l * o + l * l * l * o;
		c = Math.min(c, Math.hypot(t - d, n - f));
	}
	return c;
}
var Ee = /^\s*(\w+)\.(\w+)\s*->\s*(\w+)\.(\w+)\s*$/, De = (e, t, n, r) => `${e}.${t} -> ${n}.${r}`, Oe = class {
	kinds;
	nodes = /* @__PURE__ */ new Map();
	edges = /* @__PURE__ */ new Map();
	notes = /* @__PURE__ */ new Map();
	constructor(e) {
		this.kinds = e;
	}
	load(e) {
		this.nodes.clear(), this.edges.clear(), this.notes.clear();
		for (let t of e.nodes) this.nodes.set(t.id, t);
		for (let t of e.edges) this.edges.set(t.id, t);
		for (let t of e.notes) this.notes.set(t.id, t);
	}
	merge(e) {
		let t = {
			nodes: /* @__PURE__ */ new Set(),
			edges: /* @__PURE__ */ new Set()
		}, n = (e, t, n) => {
			for (let [r, i] of Object.entries(t ?? {})) i === null ? e.delete(r) : e.set(r, i), n.add(r);
		};
		return n(this.nodes, e.nodes, t.nodes), n(this.edges, e.edges, t.edges), n(this.notes, e.notes, t.nodes), t;
	}
	makeRoom(e) {
		let t = /* @__PURE__ */ new Map();
		for (let e of this.nodes.values()) {
			if (!e.parent) continue;
			let n = t.get(e.parent);
			n ? n.push(e) : t.set(e.parent, [e]);
		}
		let n = [...this.nodes.values()].filter((e) => me(e)).map((e) => ({
			id: e.id,
			depth: this.depth(e.id)
		})).sort((e, t) => t.depth - e.depth);
		for (let { id: r } of n) {
			let n = this.nodes.get(r), i = 0, a = 0;
			for (let e of t.get(r) ?? []) {
				let t = this.nodes.get(e.id) ?? e, { width: n, height: r } = _e(t);
				i = Math.max(i, t.x + n + 140), a = Math.max(a, t.y + r + 30);
			}
			n.roomW === i && n.roomH === a || (this.nodes.set(r, {
				...n,
				roomW: i,
				roomH: a
			}), e.nodes.add(r));
		}
	}
	apply(e) {
		let t = {
			nodes: /* @__PURE__ */ new Set(),
			edges: /* @__PURE__ */ new Set()
		};
		for (let n of e) this.step(n, t);
		return t;
	}
	port(e, t, n) {
		let r = this.nodes.get(e);
		if (r) return t === "target" ? n === "in" ? r.start ? void 0 : {
			name: n,
			title: "Start after",
			type: "order",
			many: !0,
			wired: !0
		} : ke(r.inputs, n) ?? ke(r.inner_inputs, n) : n === "out" ? {
			name: n,
			title: "After",
			type: "order"
		} : ke(r.outputs, n) ?? ke(r.inner_outputs, n);
	}
	inner(e, t, n) {
		let r = this.nodes.get(e);
		return !!r?.container && !!ke(t === "source" ? r.inner_outputs : r.inner_inputs, n);
	}
	descendants(e) {
		let t = /* @__PURE__ */ new Set([e]), n = !0;
		for (; n;) {
			n = !1;
			for (let e of this.nodes.values()) e.parent && t.has(e.parent) && !t.has(e.id) && (n = !!t.add(e.id));
		}
		return t.delete(e), t;
	}
	hidden(e) {
		let t = /* @__PURE__ */ new Set();
		for (let n = this.nodes.get(e)?.parent; n && !t.has(n); n = this.nodes.get(n)?.parent) if (t.add(n), this.nodes.get(n)?.collapsed) return !0;
		return !1;
	}
	absolute(e) {
		let t = this.nodes.get(e);
		return t ? xe(t, this.nodes) : {
			x: 0,
			y: 0
		};
	}
	depth(e) {
		let t = this.nodes.get(e);
		return t ? Se(t, this.nodes) : 0;
	}
	draft(e, t, n) {
		let r = this.kinds.get(t.type), i = [...r?.outputs ?? []];
		return t.policy?.on_error === "branch" && i.push({
			name: "error",
			title: "Error",
			type: "error"
		}), {
			id: e,
			type: t.type,
			label: t.label || (r?.title ?? t.type),
			icon: r?.icon ?? "help",
			category: r?.category ?? "missing",
			sub: "",
			parent: t.parent ?? void 0,
			x: n.x,
			y: n.y,
			w: n.w ?? void 0,
			h: n.h ?? void 0,
			container: r?.container ?? !1,
			start: r?.start,
			disabled: t.disabled,
			missing: !r,
			inputs: r?.inputs ?? [],
			outputs: i,
			inner_inputs: r?.inner_inputs,
			inner_outputs: r?.inner_outputs
		};
	}
	step(e, t) {
		switch (e.op) {
			case "add_node":
				if (this.nodes.has(e.id)) return;
				this.nodes.set(e.id, this.draft(e.id, e.node, e.place)), t.nodes.add(e.id);
				return;
			case "remove_node":
				for (let n of [...this.descendants(e.id), e.id]) this.drop(n, t);
				return;
			case "add_edge": return this.plug(e.edge, t);
			case "remove_edge": return this.unplug(e.edge, t);
			case "set_node": return this.change(e.id, function(e) {
				let t = {};
				return "label" in e && (t.label = String(e.label ?? "")), "disabled" in e && (t.disabled = !0 === e.disabled), "parent" in e && (t.parent = typeof e.parent == "string" ? e.parent : void 0), t;
			}(e.fields), t);
			case "style": return this.change(e.id, function(e) {
				let t = {};
				return "color" in e && (t.color = typeof e.color == "string" ? e.color : void 0), "collapsed" in e && (t.collapsed = !0 === e.collapsed), t;
			}(e.fields), t);
			case "move":
				for (let [n, r] of Object.entries(e.places)) this.move(n, r, t);
				return;
			case "add_note":
				this.notes.set(e.id, {
					...e.note,
					id: e.id
				}), t.nodes.add(e.id);
				return;
			case "remove_note":
				this.notes.delete(e.id), t.nodes.add(e.id);
				return;
			case "set_note": {
				let n = this.notes.get(e.id);
				n && this.notes.set(e.id, {
					...n,
					text: String(e.fields.text ?? n.text)
				}), t.nodes.add(e.id);
				return;
			}
		}
	}
	drop(e, t) {
		this.nodes.delete(e), t.nodes.add(e);
		for (let n of this.edges.values()) n.source !== e && n.target !== e || this.unplug(n.id, t);
	}
	plug(e, t) {
		let n = Ee.exec(e);
		if (!n) return;
		let [, r, i, a, o] = n, s = this.port(r, "source", i);
		if (!s || !this.nodes.has(a)) return;
		let c = o === "in" && s.type !== "error" ? "order" : s.type, l = De(r, i, a, o);
		this.edges.set(l, {
			id: l,
			source: r,
			source_port: i,
			target: a,
			target_port: o,
			type: c
		}), t.edges.add(l), this.mark(a, o, t);
	}
	unplug(e, t) {
		let n = this.edges.get(e);
		n && (this.edges.delete(e), t.edges.add(e), this.mark(n.target, n.target_port, t));
	}
	mark(e, t, n) {
		let r = this.nodes.get(e);
		if (!r || t === "in") return;
		let i = [...this.edges.values()].some((n) => n.target === e && n.target_port === t), a = (e) => e.map((e) => e.name === t ? {
			...e,
			wired: i
		} : e);
		this.nodes.set(e, {
			...r,
			inputs: a(r.inputs),
			inner_inputs: r.inner_inputs && a(r.inner_inputs)
		}), n.nodes.add(e);
	}
	move(e, t, n) {
		let r = {
			...t.w != null && { w: t.w },
			...t.h != null && { h: t.h }
		}, i = this.notes.get(e);
		i && this.notes.set(e, {
			...i,
			x: t.x,
			y: t.y,
			...r
		});
		let a = this.nodes.get(e);
		a && this.nodes.set(e, {
			...a,
			x: t.x,
			y: t.y,
			...r
		}), n.nodes.add(e);
	}
	change(e, t, n) {
		let r = this.notes.get(e);
		r && t.color !== void 0 && this.notes.set(e, {
			...r,
			color: t.color
		});
		let i = this.nodes.get(e);
		if (i && this.nodes.set(e, {
			...i,
			...t
		}), n.nodes.add(e), "collapsed" in t || "parent" in t) {
			for (let t of this.descendants(e)) n.nodes.add(t);
			for (let e of this.edges.keys()) n.edges.add(e);
		}
	}
}, ke = (e, t) => e?.find((e) => e.name === t), Ae = {
	text: "text",
	number: "a number",
	boolean: "yes or no",
	object: "an object",
	list: "a list",
	any: "anything",
	order: "only the order",
	error: "an error"
};
function je(e, t) {
	if (t === "order") return !0;
	if (e === "order") return !1;
	let n = e === "error" ? "object" : e;
	return n === t || n === "any" || t === "any";
}
function Me(e, t, n, r) {
	let { source: i, sourceHandle: a, target: o, targetHandle: s } = t, c = e.port(i, "source", a), l = e.port(o, "target", s);
	if (!c || !l) return { reason: "Connect an output to an input." };
	let u = e.inner(o, "target", s), d = e.inner(i, "source", a);
	if (!(i !== o || u && d)) return { reason: "A node cannot feed itself." };
	if (i === o) return { reason: "Put a node between what comes in and what goes out." };
	let f = De(i, a, o, s);
	if (e.edges.has(f) && f !== n) return { reason: "These two are connected already." };
	if (!je(c.type, l.type)) return { reason: Ne(e, c, t, l) };
	let p = (t, n) => n ? t : e.nodes.get(t)?.parent ?? "";
	if (p(i, d) !== p(o, u)) return { reason: "A wire cannot cross the border of a container; use the ports on its edge." };
	let m = function(e, t, n, r) {
		if (!n.many && n.wired) {
			for (let n of e.edges.values()) if (n.id !== r && n.target === t.target && n.target_port === t.targetHandle) return n.id;
		}
	}(e, t, l, n);
	return m ? {
		reason: `${l.title} has a wire already.`,
		replace: m
	} : u || d ? null : (r ? r.has(o) && r.has(i) : Pe(e, o, "down", n).has(i)) ? { reason: "This would close a loop." } : null;
}
function Ne(e, t, n, r) {
	let i = e.nodes.get(n.target)?.label || "it", a = t.type === "order" ? "only says when" : `gives ${Ae[t.type]}`;
	return `${t.title} ${a}, but ${i} › ${r.title} needs ${Ae[r.type]}.`;
}
function Pe(e, t, n, r) {
	let i = /* @__PURE__ */ new Map();
	for (let t of e.edges.values()) {
		if (t.id === r || Fe(e, t)) continue;
		let [a, o] = n === "down" ? [t.source, t.target] : [t.target, t.source], s = i.get(a);
		s ? s.push(o) : i.set(a, [o]);
	}
	let a = /* @__PURE__ */ new Set(), o = [t];
	for (let e = o.pop(); e !== void 0; e = o.pop()) a.has(e) || (a.add(e), o.push(...i.get(e) ?? []));
	return a;
}
var Fe = (e, t) => e.nodes.get(t.source)?.parent !== e.nodes.get(t.target)?.parent;
function Ie(e, t, n) {
	if (n === "source") {
		let n = e.inputs.find((e) => e.type === t), r = e.inputs.find((e) => je(t, e.type));
		return t !== "order" && (n ?? r) ? (n ?? r).name : e.start ? void 0 : "in";
	}
	return t === "order" ? "out" : (e.outputs.find((e) => e.type === t) ?? e.outputs.find((e) => je(e.type, t)))?.name;
}
function Le(e, t, n) {
	let r = e.port(t.source, "source", t.source_port), i = e.port(t.target, "target", t.target_port);
	if (!r || !i || n.start) return null;
	let a = r.type === "order" || r.type === "error" ? void 0 : n.inputs.find((e) => e.type === r.type && !e.wired) ?? n.inputs.find((e) => je(r.type, e.type) && !e.wired), o = i.type === "order" ? void 0 : n.outputs.find((e) => e.type === i.type) ?? n.outputs.find((e) => je(e.type, i.type));
	return i.type === "order" || o ? {
		input: a?.name ?? "in",
		output: o?.name ?? "out"
	} : null;
}
var Re = class {
	stage;
	picker;
	origin = null;
	instead;
	done = !1;
	shown = "";
	constructor(e, t) {
		this.stage = e, this.picker = t;
	}
	get active() {
		return this.origin !== null;
	}
	valid(e) {
		return !(!this.stage.applying && this.origin) || Me(this.stage.graph, e, this.instead) === null;
	}
	start(e) {
		let { nodeId: t, handleId: n, handleType: r } = e;
		if (!t || !n || r !== "source" && r !== "target") return;
		let i = this.stage.graph.port(t, r, n);
		this.origin = {
			node: t,
			port: n,
			type: r,
			carries: i?.type ?? "any"
		}, this.done = !1, this.stage.hush(), this.stage.root().classList.add("lc-connecting"), this.stage.root().dataset.carries = this.origin.carries, this.mark(), addEventListener("pointermove", this.follow, { passive: !0 });
	}
	restart(e) {
		this.instead = e, this.mark();
	}
	connect(e) {
		this.done = !0;
		let t = De(e.source, e.sourceHandle, e.target, e.targetHandle);
		this.stage.commit("Connect", [{
			op: "add_edge",
			edge: t
		}]);
	}
	reconnect(e, t) {
		this.done = !0;
		let n = De(t.source, t.sourceHandle, t.target, t.targetHandle);
		n !== e && this.stage.commit("Rewire", [{
			op: "remove_edge",
			edge: e
		}, {
			op: "add_edge",
			edge: n
		}]);
	}
	end(e) {
		removeEventListener("pointermove", this.follow);
		let { origin: t, instead: n } = this;
		this.origin = null, this.instead = void 0, this.clear();
		let r = e && ("changedTouches" in e ? e.changedTouches[0] : e);
		if (!t || !r || this.done) return;
		let i = {
			x: r.clientX,
			y: r.clientY
		}, a = ze(i);
		a ? this.refuse(t, a, i, n) : function(e) {
			let t = document.elementsFromPoint(e.x, e.y).find((e) => !e.closest(".vue-flow__edges, .vue-flow__connectionline"));
			return !!t && !!t.closest(".vue-flow__pane, .lc-frame-body, .lc-note, .vue-flow__viewport") && !t.closest(".lc-card, .lc-frame-head");
		}(i) ? n ? this.stage.commit("Delete wire", [{
			op: "remove_edge",
			edge: n
		}]) : this.picker(i, t) : this.stage.hush();
	}
	refuse(e, t, n, r) {
		let i = Be(e, t);
		if (!i || t.dataset.nodeid === e.node && t.dataset.handleid === e.port) return;
		let a = Me(this.stage.graph, i, r);
		if (!a) return;
		t.classList.add("lc-refuse"), setTimeout(() => t.classList.remove("lc-refuse"), 500);
		let { replace: o } = a, s = o ? {
			label: "Replace it",
			run: () => {
				let e = De(i.source, i.sourceHandle, i.target, i.targetHandle);
				this.stage.hush();
				let t = r ? [{
					op: "remove_edge",
					edge: r
				}] : [];
				this.stage.commit("Replace wire", [
					{
						op: "remove_edge",
						edge: o
					},
					...t,
					{
						op: "add_edge",
						edge: e
					}
				]);
			}
		} : void 0;
		this.stage.say(a.reason, "bad", n, s), this.stage.emit("refused", {
			...i,
			reason: a.reason
		});
	}
	follow = (e) => {
		if (!this.origin) return;
		let t = {
			x: e.clientX,
			y: e.clientY
		}, n = ze(t), r = n && Be(this.origin, n), i = r && Me(this.stage.graph, r, this.instead), a = n?.dataset.nodeid === this.origin.node && n.dataset.handleid === this.origin.port;
		i && !a ? (this.shown = i.reason, this.stage.say(i.reason, "bad", t)) : this.shown && (this.shown = "", this.stage.hush());
	};
	mark() {
		if (!this.origin) return;
		let { graph: e, detail: t } = this.stage, n = t.small.value ? e.nodes.keys() : [...t.near].filter((t) => e.nodes.has(t)), r = function(e, t, n, r) {
			let i = /* @__PURE__ */ new Set(), a = t.type === "source", o = Pe(e, t.node, a ? "up" : "down", r);
			for (let s of n) {
				let n = e.nodes.get(s);
				if (!n) continue;
				let c = a ? [
					"in",
					...n.inputs.map((e) => e.name),
					...(n.inner_inputs ?? []).map((e) => e.name)
				] : [
					"out",
					...n.outputs.map((e) => e.name),
					...(n.inner_outputs ?? []).map((e) => e.name)
				];
				for (let n of c) {
					let c = Me(e, a ? {
						source: t.node,
						sourceHandle: t.port,
						target: s,
						targetHandle: n
					} : {
						source: s,
						sourceHandle: n,
						target: t.node,
						targetHandle: t.port
					}, r, o);
					c && !c.replace || i.add(`${s} ${n}`);
				}
			}
			return i;
		}(e, this.origin, n, this.instead), i = this.origin.type === "source" ? "target" : "source";
		for (let e of this.stage.root().querySelectorAll(".vue-flow__handle")) {
			let { nodeid: t, handleid: n } = e.dataset, a = t === this.origin.node && n === this.origin.port && e.classList.contains(this.origin.type) || e.classList.contains(i) && r.has(`${t} ${n}`);
			e.dataset.fit = a ? "yes" : "no";
		}
	}
	clear() {
		let e = this.stage.root();
		e.classList.remove("lc-connecting"), delete e.dataset.carries;
		for (let t of e.querySelectorAll("[data-fit]")) delete t.dataset.fit;
		this.shown = "";
	}
};
function ze(e) {
	return document.elementsFromPoint(e.x, e.y).find((e) => e.classList.contains("vue-flow__handle"));
}
function Be(e, t) {
	let { nodeid: n, handleid: r } = t.dataset, i = t.classList.contains("source") ? "source" : "target";
	return n && r && i !== e.type ? e.type === "source" ? {
		source: e.node,
		sourceHandle: e.port,
		target: n,
		targetHandle: r
	} : {
		source: n,
		sourceHandle: r,
		target: e.node,
		targetHandle: e.port
	} : n && r ? {
		source: e.node,
		sourceHandle: e.port,
		target: n,
		targetHandle: `${r}?`
	} : null;
}
var Ve = class {
	canvas;
	stage;
	on = !1;
	groups = null;
	wires = new Path2D();
	bars = /* @__PURE__ */ new Map();
	bounds = {
		left: 0,
		top: 0,
		right: 0,
		bottom: 0
	};
	frame = 0;
	cache = null;
	constructor(e, t) {
		this.canvas = e, this.stage = t;
	}
	set(e) {
		this.on = e, e && this.dirty();
	}
	dirty() {
		this.groups = null, this.cache = null, this.move();
	}
	move() {
		this.on && !this.frame && (this.frame = requestAnimationFrame(() => this.draw()));
	}
	build() {
		let { graph: e, status: t, board: n } = this.stage, r = new Set(n.getNodes.value.filter((e) => e.selected).map((e) => e.id)), i = /* @__PURE__ */ new Map();
		this.wires = new Path2D(), this.bars = /* @__PURE__ */ new Map(), this.bounds = {
			left: 1 / 0,
			top: 1 / 0,
			right: -1 / 0,
			bottom: -1 / 0
		};
		let a = [...e.nodes.values()].sort((e, t) => Number(me(t)) - Number(me(e)));
		for (let n of a) {
			if (e.hidden(n.id)) continue;
			let a = t.get(n.id)?.s ?? "", o = `${me(n) ? "frame" : a}|${r.has(n.id)}`, s = i.get(o);
			s || i.set(o, s = {
				body: new Path2D(),
				fill: He(me(n), a),
				ring: r.has(n.id) ? "--lc-accent" : ""
			});
			let c = xe(n, e.nodes), { width: l, height: u } = _e(n), { bounds: d } = this;
			Object.assign(d, {
				left: Math.min(d.left, c.x - 60),
				top: Math.min(d.top, c.y - 60),
				right: Math.max(d.right, c.x + l + 60),
				bottom: Math.max(d.bottom, c.y + u + 140)
			}), s.body.roundRect(c.x, c.y, l, u, 14);
			let f = this.bars.get(n.category);
			f || this.bars.set(n.category, f = new Path2D()), f.roundRect(c.x + 10, c.y + 10, 36, 36, 9);
		}
		for (let t of e.edges.values()) {
			let n = Ce(t, e.nodes);
			n && this.wires.addPath(new Path2D(we(n).d));
		}
		return [...i.values()];
	}
	draw() {
		if (this.frame = 0, !this.on) return;
		this.groups ??= this.build();
		let { canvas: e } = this, t = Math.min(devicePixelRatio || 1, 2), n = Math.round(e.clientWidth * t), r = Math.round(e.clientHeight * t);
		e.width === n && e.height === r || Object.assign(e, {
			width: n,
			height: r
		});
		let i = e.getContext("2d");
		if (!i) return;
		let a = getComputedStyle(e), o = (e) => a.getPropertyValue(e), { x: s, y: c, zoom: l } = this.stage.board.getViewport();
		i.setTransform(1, 0, 0, 1, 0, 0), i.clearRect(0, 0, n, r);
		let u = this.cached(l, t, o);
		u ? i.drawImage(u.bitmap, Math.round((u.left * l + s) * t), Math.round((u.top * l + c) * t)) : (i.setTransform(t * l, 0, 0, t * l, t * s, t * c), this.sketch(i, o, l));
	}
	cached(e, t, n) {
		if (this.cache?.zoom === e) return this.cache;
		let { left: r, top: i, right: a, bottom: o } = this.bounds, s = Math.ceil((a - r) * e * t), c = Math.ceil((o - i) * e * t);
		if (s * c > 12e6 || s > 8e3 || c > 8e3 || s < 1) return null;
		let l = this.cache?.bitmap ?? document.createElement("canvas");
		Object.assign(l, {
			width: s,
			height: c
		});
		let u = l.getContext("2d");
		return u ? (u.setTransform(t * e, 0, 0, t * e, -r * e * t, -i * e * t), this.sketch(u, n, e), this.cache = {
			bitmap: l,
			zoom: e,
			left: r,
			top: i
		}, this.cache) : null;
	}
	sketch(e, t, n) {
		let r = this.groups ?? [];
		this.paint(e, r.filter((e) => e.fill === "--lc-frame"), t, n), e.lineWidth = Math.max(1.2 / n, 2), e.strokeStyle = t("--lc-wire"), e.stroke(this.wires), this.paint(e, r.filter((e) => e.fill !== "--lc-frame"), t, n);
		for (let [n, r] of this.bars) e.fillStyle = t(`--lc-cat-${n}`) || t("--lc-cat-other"), e.fill(r);
	}
	paint(e, t, n, r) {
		for (let i of t) e.fillStyle = n(i.fill), e.fill(i.body), e.lineWidth = (i.ring ? 2 : 1) / r, e.strokeStyle = n(i.ring || "--lc-line"), e.stroke(i.body);
	}
}, He = (e, t) => e ? "--lc-frame" : t === "succeeded" || t === "cached" ? "--lc-ok-soft" : t === "failed" ? "--lc-bad-soft" : t === "running" ? "--lc-run-soft" : "--lc-card", Ue = (e) => {
	let t = crypto.getRandomValues(new Uint8Array(e));
	return Array.from(t, (e) => "abcdefghijkmnpqrstuvwxyz23456789"[e % 32]).join("");
};
function We(e, t) {
	let n = (e.split("@")[0].split(".").pop() ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "").slice(0, 20) || "node", r = /^[a-z]/.test(n) ? n : `n${n}`;
	for (let e = 4;; e++) {
		let n = `${r}_${Ue(e)}`;
		if (!t(n)) return n;
	}
}
var Ge = { value: () => {} };
function Ke() {
	for (var e, t = 0, n = arguments.length, r = {}; t < n; ++t) {
		if (!(e = arguments[t] + "") || e in r || /[\s.]/.test(e)) throw Error("illegal type: " + e);
		r[e] = [];
	}
	return new qe(r);
}
function qe(e) {
	this._ = e;
}
function Je(e, t) {
	for (var n, r = 0, i = e.length; r < i; ++r) if ((n = e[r]).name === t) return n.value;
}
function Ye(e, t, n) {
	for (var r = 0, i = e.length; r < i; ++r) if (e[r].name === t) {
		e[r] = Ge, e = e.slice(0, r).concat(e.slice(r + 1));
		break;
	}
	return n != null && e.push({
		name: t,
		value: n
	}), e;
}
qe.prototype = Ke.prototype = {
	constructor: qe,
	on: function(e, t) {
		var n, r, i = this._, a = (r = i, (e + "").trim().split(/^|\s+/).map(function(e) {
			var t = "", n = e.indexOf(".");
			if (n >= 0 && (t = e.slice(n + 1), e = e.slice(0, n)), e && !r.hasOwnProperty(e)) throw Error("unknown type: " + e);
			return {
				type: e,
				name: t
			};
		})), o = -1, s = a.length;
		if (!(arguments.length < 2)) {
			if (t != null && typeof t != "function") throw Error("invalid callback: " + t);
			for (; ++o < s;) if (n = (e = a[o]).type) i[n] = Ye(i[n], e.name, t);
			else if (t == null) for (n in i) i[n] = Ye(i[n], e.name, null);
			return this;
		}
		for (; ++o < s;) if ((n = (e = a[o]).type) && (n = Je(i[n], e.name))) return n;
	},
	copy: function() {
		var e = {}, t = this._;
		for (var n in t) e[n] = t[n].slice();
		return new qe(e);
	},
	call: function(e, t) {
		if ((n = arguments.length - 2) > 0) for (var n, r, i = Array(n), a = 0; a < n; ++a) i[a] = arguments[a + 2];
		if (!this._.hasOwnProperty(e)) throw Error("unknown type: " + e);
		for (a = 0, n = (r = this._[e]).length; a < n; ++a) r[a].value.apply(t, i);
	},
	apply: function(e, t, n) {
		if (!this._.hasOwnProperty(e)) throw Error("unknown type: " + e);
		for (var r = this._[e], i = 0, a = r.length; i < a; ++i) r[i].value.apply(t, n);
	}
};
var Xe = "http://www.w3.org/1999/xhtml", Ze = {
	svg: "http://www.w3.org/2000/svg",
	xhtml: Xe,
	xlink: "http://www.w3.org/1999/xlink",
	xml: "http://www.w3.org/XML/1998/namespace",
	xmlns: "http://www.w3.org/2000/xmlns/"
};
function Qe(e) {
	var t = e += "", n = t.indexOf(":");
	return n >= 0 && (t = e.slice(0, n)) !== "xmlns" && (e = e.slice(n + 1)), Ze.hasOwnProperty(t) ? {
		space: Ze[t],
		local: e
	} : e;
}
function $e(e) {
	return function() {
		var t = this.ownerDocument, n = this.namespaceURI;
		return n === Xe && t.documentElement.namespaceURI === Xe ? t.createElement(e) : t.createElementNS(n, e);
	};
}
function et(e) {
	return function() {
		return this.ownerDocument.createElementNS(e.space, e.local);
	};
}
function tt(e) {
	var t = Qe(e);
	return (t.local ? et : $e)(t);
}
function nt() {}
function rt(e) {
	return e == null ? nt : function() {
		return this.querySelector(e);
	};
}
function it() {
	return [];
}
function at(e) {
	return e == null ? it : function() {
		return this.querySelectorAll(e);
	};
}
function ot(e) {
	return function() {
		return this.matches(e);
	};
}
function st(e) {
	return function(t) {
		return t.matches(e);
	};
}
var ct = Array.prototype.find;
function lt() {
	return this.firstElementChild;
}
var ut = Array.prototype.filter;
function dt() {
	return Array.from(this.children);
}
function ft(e) {
	return Array(e.length);
}
function pt(e, t) {
	this.ownerDocument = e.ownerDocument, this.namespaceURI = e.namespaceURI, this._next = null, this._parent = e, this.__data__ = t;
}
function mt(e, t, n, r, i, a) {
	for (var o, s = 0, c = t.length, l = a.length; s < l; ++s) (o = t[s]) ? (o.__data__ = a[s], r[s] = o) : n[s] = new pt(e, a[s]);
	for (; s < c; ++s) (o = t[s]) && (i[s] = o);
}
function ht(e, t, n, r, i, a, o) {
	var s, c, l, u = /* @__PURE__ */ new Map(), d = t.length, f = a.length, p = Array(d);
	for (s = 0; s < d; ++s) (c = t[s]) && (p[s] = l = o.call(c, c.__data__, s, t) + "", u.has(l) ? i[s] = c : u.set(l, c));
	for (s = 0; s < f; ++s) l = o.call(e, a[s], s, a) + "", (c = u.get(l)) ? (r[s] = c, c.__data__ = a[s], u.delete(l)) : n[s] = new pt(e, a[s]);
	for (s = 0; s < d; ++s) (c = t[s]) && u.get(p[s]) === c && (i[s] = c);
}
function gt(e) {
	return e.__data__;
}
function _t(e) {
	return typeof e == "object" && "length" in e ? e : Array.from(e);
}
function vt(e, t) {
	return e < t ? -1 : e > t ? 1 : e >= t ? 0 : NaN;
}
function yt(e) {
	return function() {
		this.removeAttribute(e);
	};
}
function bt(e) {
	return function() {
		this.removeAttributeNS(e.space, e.local);
	};
}
function xt(e, t) {
	return function() {
		this.setAttribute(e, t);
	};
}
function St(e, t) {
	return function() {
		this.setAttributeNS(e.space, e.local, t);
	};
}
function Ct(e, t) {
	return function() {
		var n = t.apply(this, arguments);
		n == null ? this.removeAttribute(e) : this.setAttribute(e, n);
	};
}
function wt(e, t) {
	return function() {
		var n = t.apply(this, arguments);
		n == null ? this.removeAttributeNS(e.space, e.local) : this.setAttributeNS(e.space, e.local, n);
	};
}
function Tt(e) {
	return e.ownerDocument && e.ownerDocument.defaultView || e.document && e || e.defaultView;
}
function Et(e) {
	return function() {
		this.style.removeProperty(e);
	};
}
function Dt(e, t, n) {
	return function() {
		this.style.setProperty(e, t, n);
	};
}
function Ot(e, t, n) {
	return function() {
		var r = t.apply(this, arguments);
		r == null ? this.style.removeProperty(e) : this.style.setProperty(e, r, n);
	};
}
function kt(e, t) {
	return e.style.getPropertyValue(t) || Tt(e).getComputedStyle(e, null).getPropertyValue(t);
}
function At(e) {
	return function() {
		delete this[e];
	};
}
function jt(e, t) {
	return function() {
		this[e] = t;
	};
}
function Mt(e, t) {
	return function() {
		var n = t.apply(this, arguments);
		n == null ? delete this[e] : this[e] = n;
	};
}
function Nt(e) {
	return e.trim().split(/^|\s+/);
}
function Pt(e) {
	return e.classList || new Ft(e);
}
function Ft(e) {
	this._node = e, this._names = Nt(e.getAttribute("class") || "");
}
function It(e, t) {
	for (var n = Pt(e), r = -1, i = t.length; ++r < i;) n.add(t[r]);
}
function Lt(e, t) {
	for (var n = Pt(e), r = -1, i = t.length; ++r < i;) n.remove(t[r]);
}
function Rt(e) {
	return function() {
		It(this, e);
	};
}
function zt(e) {
	return function() {
		Lt(this, e);
	};
}
function Bt(e, t) {
	return function() {
		(t.apply(this, arguments) ? It : Lt)(this, e);
	};
}
function Vt() {
	this.textContent = "";
}
function Ht(e) {
	return function() {
		this.textContent = e;
	};
}
function Ut(e) {
	return function() {
		var t = e.apply(this, arguments);
		this.textContent = t ?? "";
	};
}
function Wt() {
	this.innerHTML = "";
}
function Gt(e) {
	return function() {
		this.innerHTML = e;
	};
}
function Kt(e) {
	return function() {
		var t = e.apply(this, arguments);
		this.innerHTML = t ?? "";
	};
}
function qt() {
	this.nextSibling && this.parentNode.appendChild(this);
}
function Jt() {
	this.previousSibling && this.parentNode.insertBefore(this, this.parentNode.firstChild);
}
function Yt() {
	return null;
}
function Xt() {
	var e = this.parentNode;
	e && e.removeChild(this);
}
function Zt() {
	var e = this.cloneNode(!1), t = this.parentNode;
	return t ? t.insertBefore(e, this.nextSibling) : e;
}
function Qt() {
	var e = this.cloneNode(!0), t = this.parentNode;
	return t ? t.insertBefore(e, this.nextSibling) : e;
}
function $t(e) {
	return function() {
		var t = this.__on;
		if (t) {
			for (var n, r = 0, i = -1, a = t.length; r < a; ++r) n = t[r], e.type && n.type !== e.type || n.name !== e.name ? t[++i] = n : this.removeEventListener(n.type, n.listener, n.options);
			++i ? t.length = i : delete this.__on;
		}
	};
}
function en(e, t, n) {
	return function() {
		var r, i = this.__on, a = function(e) {
			return function(t) {
				e.call(this, t, this.__data__);
			};
		}(t);
		if (i) {
			for (var o = 0, s = i.length; o < s; ++o) if ((r = i[o]).type === e.type && r.name === e.name) return this.removeEventListener(r.type, r.listener, r.options), this.addEventListener(r.type, r.listener = a, r.options = n), void (r.value = t);
		}
		this.addEventListener(e.type, a, n), r = {
			type: e.type,
			name: e.name,
			value: t,
			listener: a,
			options: n
		}, i ? i.push(r) : this.__on = [r];
	};
}
function tn(e, t, n) {
	var r = Tt(e), i = r.CustomEvent;
	typeof i == "function" ? i = new i(t, n) : (i = r.document.createEvent("Event"), n ? (i.initEvent(t, n.bubbles, n.cancelable), i.detail = n.detail) : i.initEvent(t, !1, !1)), e.dispatchEvent(i);
}
function nn(e, t) {
	return function() {
		return tn(this, e, t);
	};
}
function rn(e, t) {
	return function() {
		return tn(this, e, t.apply(this, arguments));
	};
}
pt.prototype = {
	constructor: pt,
	appendChild: function(e) {
		return this._parent.insertBefore(e, this._next);
	},
	insertBefore: function(e, t) {
		return this._parent.insertBefore(e, t);
	},
	querySelector: function(e) {
		return this._parent.querySelector(e);
	},
	querySelectorAll: function(e) {
		return this._parent.querySelectorAll(e);
	}
}, Ft.prototype = {
	add: function(e) {
		this._names.indexOf(e) < 0 && (this._names.push(e), this._node.setAttribute("class", this._names.join(" ")));
	},
	remove: function(e) {
		var t = this._names.indexOf(e);
		t >= 0 && (this._names.splice(t, 1), this._node.setAttribute("class", this._names.join(" ")));
	},
	contains: function(e) {
		return this._names.indexOf(e) >= 0;
	}
};
var an = [null];
function on(e, t) {
	this._groups = e, this._parents = t;
}
function sn() {
	return new on([[document.documentElement]], an);
}
function cn(e) {
	return typeof e == "string" ? new on([[document.querySelector(e)]], [document.documentElement]) : new on([[e]], an);
}
on.prototype = sn.prototype = {
	constructor: on,
	select: function(e) {
		typeof e != "function" && (e = rt(e));
		for (var t = this._groups, n = t.length, r = Array(n), i = 0; i < n; ++i) for (var a, o, s = t[i], c = s.length, l = r[i] = Array(c), u = 0; u < c; ++u) (a = s[u]) && (o = e.call(a, a.__data__, u, s)) && ("__data__" in a && (o.__data__ = a.__data__), l[u] = o);
		return new on(r, this._parents);
	},
	selectAll: function(e) {
		e = typeof e == "function" ? function(e) {
			return function() {
				return (t = e.apply(this, arguments)) == null ? [] : Array.isArray(t) ? t : Array.from(t);
				var t;
			};
		}(e) : at(e);
		for (var t = this._groups, n = t.length, r = [], i = [], a = 0; a < n; ++a) for (var o, s = t[a], c = s.length, l = 0; l < c; ++l) (o = s[l]) && (r.push(e.call(o, o.__data__, l, s)), i.push(o));
		return new on(r, i);
	},
	selectChild: function(e) {
		return this.select(e == null ? lt : function(e) {
			return function() {
				return ct.call(this.children, e);
			};
		}(typeof e == "function" ? e : st(e)));
	},
	selectChildren: function(e) {
		return this.selectAll(e == null ? dt : function(e) {
			return function() {
				return ut.call(this.children, e);
			};
		}(typeof e == "function" ? e : st(e)));
	},
	filter: function(e) {
		typeof e != "function" && (e = ot(e));
		for (var t = this._groups, n = t.length, r = Array(n), i = 0; i < n; ++i) for (var a, o = t[i], s = o.length, c = r[i] = [], l = 0; l < s; ++l) (a = o[l]) && e.call(a, a.__data__, l, o) && c.push(a);
		return new on(r, this._parents);
	},
	data: function(e, t) {
		if (!arguments.length) return Array.from(this, gt);
		var n, r = t ? ht : mt, i = this._parents, a = this._groups;
		typeof e != "function" && (n = e, e = function() {
			return n;
		});
		for (var o = a.length, s = Array(o), c = Array(o), l = Array(o), u = 0; u < o; ++u) {
			var d = i[u], f = a[u], p = f.length, m = _t(e.call(d, d && d.__data__, u, i)), h = m.length, g = c[u] = Array(h), _ = s[u] = Array(h);
			r(d, f, g, _, l[u] = Array(p), m, t);
			for (var v, y, b = 0, x = 0; b < h; ++b) if (v = g[b]) {
				for (b >= x && (x = b + 1); !(y = _[x]) && ++x < h;);
				v._next = y || null;
			}
		}
		return (s = new on(s, i))._enter = c, s._exit = l, s;
	},
	enter: function() {
		return new on(this._enter || this._groups.map(ft), this._parents);
	},
	exit: function() {
		return new on(this._exit || this._groups.map(ft), this._parents);
	},
	join: function(e, t, n) {
		var r = this.enter(), i = this, a = this.exit();
		return typeof e == "function" ? (r = e(r)) && (r = r.selection()) : r = r.append(e + ""), t != null && (i = t(i)) && (i = i.selection()), n == null ? a.remove() : n(a), r && i ? r.merge(i).order() : i;
	},
	merge: function(e) {
		for (var t = e.selection ? e.selection() : e, n = this._groups, r = t._groups, i = n.length, a = r.length, o = Math.min(i, a), s = Array(i), c = 0; c < o; ++c) for (var l, u = n[c], d = r[c], f = u.length, p = s[c] = Array(f), m = 0; m < f; ++m) (l = u[m] || d[m]) && (p[m] = l);
		for (; c < i; ++c) s[c] = n[c];
		return new on(s, this._parents);
	},
	selection: function() {
		return this;
	},
	order: function() {
		for (var e = this._groups, t = -1, n = e.length; ++t < n;) for (var r, i = e[t], a = i.length - 1, o = i[a]; --a >= 0;) (r = i[a]) && (o && 4 ^ r.compareDocumentPosition(o) && o.parentNode.insertBefore(r, o), o = r);
		return this;
	},
	sort: function(e) {
		function t(t, n) {
			return t && n ? e(t.__data__, n.__data__) : !t - !n;
		}
		e ||= vt;
		for (var n = this._groups, r = n.length, i = Array(r), a = 0; a < r; ++a) {
			for (var o, s = n[a], c = s.length, l = i[a] = Array(c), u = 0; u < c; ++u) (o = s[u]) && (l[u] = o);
			l.sort(t);
		}
		return new on(i, this._parents).order();
	},
	call: function() {
		var e = arguments[0];
		return arguments[0] = this, e.apply(null, arguments), this;
	},
	nodes: function() {
		return Array.from(this);
	},
	node: function() {
		for (var e = this._groups, t = 0, n = e.length; t < n; ++t) for (var r = e[t], i = 0, a = r.length; i < a; ++i) {
			var o = r[i];
			if (o) return o;
		}
		return null;
	},
	size: function() {
		let e = 0;
		for (let t of this) ++e;
		return e;
	},
	empty: function() {
		return !this.node();
	},
	each: function(e) {
		for (var t = this._groups, n = 0, r = t.length; n < r; ++n) for (var i, a = t[n], o = 0, s = a.length; o < s; ++o) (i = a[o]) && e.call(i, i.__data__, o, a);
		return this;
	},
	attr: function(e, t) {
		var n = Qe(e);
		if (arguments.length < 2) {
			var r = this.node();
			return n.local ? r.getAttributeNS(n.space, n.local) : r.getAttribute(n);
		}
		return this.each((t == null ? n.local ? bt : yt : typeof t == "function" ? n.local ? wt : Ct : n.local ? St : xt)(n, t));
	},
	style: function(e, t, n) {
		return arguments.length > 1 ? this.each((t == null ? Et : typeof t == "function" ? Ot : Dt)(e, t, n ?? "")) : kt(this.node(), e);
	},
	property: function(e, t) {
		return arguments.length > 1 ? this.each((t == null ? At : typeof t == "function" ? Mt : jt)(e, t)) : this.node()[e];
	},
	classed: function(e, t) {
		var n = Nt(e + "");
		if (arguments.length < 2) {
			for (var r = Pt(this.node()), i = -1, a = n.length; ++i < a;) if (!r.contains(n[i])) return !1;
			return !0;
		}
		return this.each((typeof t == "function" ? Bt : t ? Rt : zt)(n, t));
	},
	text: function(e) {
		return arguments.length ? this.each(e == null ? Vt : (typeof e == "function" ? Ut : Ht)(e)) : this.node().textContent;
	},
	html: function(e) {
		return arguments.length ? this.each(e == null ? Wt : (typeof e == "function" ? Kt : Gt)(e)) : this.node().innerHTML;
	},
	raise: function() {
		return this.each(qt);
	},
	lower: function() {
		return this.each(Jt);
	},
	append: function(e) {
		var t = typeof e == "function" ? e : tt(e);
		return this.select(function() {
			return this.appendChild(t.apply(this, arguments));
		});
	},
	insert: function(e, t) {
		var n = typeof e == "function" ? e : tt(e), r = t == null ? Yt : typeof t == "function" ? t : rt(t);
		return this.select(function() {
			return this.insertBefore(n.apply(this, arguments), r.apply(this, arguments) || null);
		});
	},
	remove: function() {
		return this.each(Xt);
	},
	clone: function(e) {
		return this.select(e ? Qt : Zt);
	},
	datum: function(e) {
		return arguments.length ? this.property("__data__", e) : this.node().__data__;
	},
	on: function(e, t, n) {
		var r, i, a = function(e) {
			return e.trim().split(/^|\s+/).map(function(e) {
				var t = "", n = e.indexOf(".");
				return n >= 0 && (t = e.slice(n + 1), e = e.slice(0, n)), {
					type: e,
					name: t
				};
			});
		}(e + ""), o = a.length;
		if (!(arguments.length < 2)) {
			for (s = t ? en : $t, r = 0; r < o; ++r) this.each(s(a[r], t, n));
			return this;
		}
		var s = this.node().__on;
		if (s) {
			for (var c, l = 0, u = s.length; l < u; ++l) for (r = 0, c = s[l]; r < o; ++r) if ((i = a[r]).type === c.type && i.name === c.name) return c.value;
		}
	},
	dispatch: function(e, t) {
		return this.each((typeof t == "function" ? rn : nn)(e, t));
	},
	[Symbol.iterator]: function* () {
		for (var e = this._groups, t = 0, n = e.length; t < n; ++t) for (var r, i = e[t], a = 0, o = i.length; a < o; ++a) (r = i[a]) && (yield r);
	}
};
var ln = 0;
function un() {
	this._ = "@" + (++ln).toString(36);
}
function dn(e, t) {
	if (e = function(e) {
		let t;
		for (; t = e.sourceEvent;) e = t;
		return e;
	}(e), t === void 0 && (t = e.currentTarget), t) {
		var n = t.ownerSVGElement || t;
		if (n.createSVGPoint) {
			var r = n.createSVGPoint();
			return r.x = e.clientX, r.y = e.clientY, [(r = r.matrixTransform(t.getScreenCTM().inverse())).x, r.y];
		}
		if (t.getBoundingClientRect) {
			var i = t.getBoundingClientRect();
			return [e.clientX - i.left - t.clientLeft, e.clientY - i.top - t.clientTop];
		}
	}
	return [e.pageX, e.pageY];
}
un.prototype = function() {
	return new un();
}.prototype = {
	constructor: un,
	get: function(e) {
		for (var t = this._; !(t in e);) if (!(e = e.parentNode)) return;
		return e[t];
	},
	set: function(e, t) {
		return e[this._] = t;
	},
	remove: function(e) {
		return this._ in e && delete e[this._];
	},
	toString: function() {
		return this._;
	}
};
var fn = { passive: !1 }, pn = {
	capture: !0,
	passive: !1
};
function mn(e) {
	e.stopImmediatePropagation();
}
function hn(e) {
	e.preventDefault(), e.stopImmediatePropagation();
}
function gn(e) {
	var t = e.document.documentElement, n = cn(e).on("dragstart.drag", hn, pn);
	"onselectstart" in t ? n.on("selectstart.drag", hn, pn) : (t.__noselect = t.style.MozUserSelect, t.style.MozUserSelect = "none");
}
function _n(e, t) {
	var n = e.document.documentElement, r = cn(e).on("dragstart.drag", null);
	t && (r.on("click.drag", hn, pn), setTimeout(function() {
		r.on("click.drag", null);
	}, 0)), "onselectstart" in n ? r.on("selectstart.drag", null) : (n.style.MozUserSelect = n.__noselect, delete n.__noselect);
}
var vn = (e) => () => e;
function yn(e, { sourceEvent: t, subject: n, target: r, identifier: i, active: a, x: o, y: s, dx: c, dy: l, dispatch: u }) {
	Object.defineProperties(this, {
		type: {
			value: e,
			enumerable: !0,
			configurable: !0
		},
		sourceEvent: {
			value: t,
			enumerable: !0,
			configurable: !0
		},
		subject: {
			value: n,
			enumerable: !0,
			configurable: !0
		},
		target: {
			value: r,
			enumerable: !0,
			configurable: !0
		},
		identifier: {
			value: i,
			enumerable: !0,
			configurable: !0
		},
		active: {
			value: a,
			enumerable: !0,
			configurable: !0
		},
		x: {
			value: o,
			enumerable: !0,
			configurable: !0
		},
		y: {
			value: s,
			enumerable: !0,
			configurable: !0
		},
		dx: {
			value: c,
			enumerable: !0,
			configurable: !0
		},
		dy: {
			value: l,
			enumerable: !0,
			configurable: !0
		},
		_: { value: u }
	});
}
function bn(e) {
	return !e.ctrlKey && !e.button;
}
function xn() {
	return this.parentNode;
}
function Sn(e, t) {
	return t ?? {
		x: e.x,
		y: e.y
	};
}
function Cn() {
	return navigator.maxTouchPoints || "ontouchstart" in this;
}
function wn(e, t, n) {
	e.prototype = t.prototype = n, n.constructor = e;
}
function Tn(e, t) {
	var n = Object.create(e.prototype);
	for (var r in t) n[r] = t[r];
	return n;
}
function En() {}
yn.prototype.on = function() {
	var e = this._.on.apply(this._, arguments);
	return e === this._ ? this : e;
};
var Dn = .7, On = 1 / Dn, kn = "\\s*([+-]?\\d+)\\s*", An = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*", jn = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*", Mn = /^#([0-9a-f]{3,8})$/, Nn = RegExp(`^rgb\\(${kn},${kn},${kn}\\)$`), Pn = RegExp(`^rgb\\(${jn},${jn},${jn}\\)$`), Fn = RegExp(`^rgba\\(${kn},${kn},${kn},${An}\\)$`), In = RegExp(`^rgba\\(${jn},${jn},${jn},${An}\\)$`), Ln = RegExp(`^hsl\\(${An},${jn},${jn}\\)$`), Rn = RegExp(`^hsla\\(${An},${jn},${jn},${An}\\)$`), zn = {
	aliceblue: 15792383,
	antiquewhite: 16444375,
	aqua: 65535,
	aquamarine: 8388564,
	azure: 15794175,
	beige: 16119260,
	bisque: 16770244,
	black: 0,
	blanchedalmond: 16772045,
	blue: 255,
	blueviolet: 9055202,
	brown: 10824234,
	burlywood: 14596231,
	cadetblue: 6266528,
	chartreuse: 8388352,
	chocolate: 13789470,
	coral: 16744272,
	cornflowerblue: 6591981,
	cornsilk: 16775388,
	crimson: 14423100,
	cyan: 65535,
	darkblue: 139,
	darkcyan: 35723,
	darkgoldenrod: 12092939,
	darkgray: 11119017,
	darkgreen: 25600,
	darkgrey: 11119017,
	darkkhaki: 12433259,
	darkmagenta: 9109643,
	darkolivegreen: 5597999,
	darkorange: 16747520,
	darkorchid: 10040012,
	darkred: 9109504,
	darksalmon: 15308410,
	darkseagreen: 9419919,
	darkslateblue: 4734347,
	darkslategray: 3100495,
	darkslategrey: 3100495,
	darkturquoise: 52945,
	darkviolet: 9699539,
	deeppink: 16716947,
	deepskyblue: 49151,
	dimgray: 6908265,
	dimgrey: 6908265,
	dodgerblue: 2003199,
	firebrick: 11674146,
	floralwhite: 16775920,
	forestgreen: 2263842,
	fuchsia: 16711935,
	gainsboro: 14474460,
	ghostwhite: 16316671,
	gold: 16766720,
	goldenrod: 14329120,
	gray: 8421504,
	green: 32768,
	greenyellow: 11403055,
	grey: 8421504,
	honeydew: 15794160,
	hotpink: 16738740,
	indianred: 13458524,
	indigo: 4915330,
	ivory: 16777200,
	khaki: 15787660,
	lavender: 15132410,
	lavenderblush: 16773365,
	lawngreen: 8190976,
	lemonchiffon: 16775885,
	lightblue: 11393254,
	lightcoral: 15761536,
	lightcyan: 14745599,
	lightgoldenrodyellow: 16448210,
	lightgray: 13882323,
	lightgreen: 9498256,
	lightgrey: 13882323,
	lightpink: 16758465,
	lightsalmon: 16752762,
	lightseagreen: 2142890,
	lightskyblue: 8900346,
	lightslategray: 7833753,
	lightslategrey: 7833753,
	lightsteelblue: 11584734,
	lightyellow: 16777184,
	lime: 65280,
	limegreen: 3329330,
	linen: 16445670,
	magenta: 16711935,
	maroon: 8388608,
	mediumaquamarine: 6737322,
	mediumblue: 205,
	mediumorchid: 12211667,
	mediumpurple: 9662683,
	mediumseagreen: 3978097,
	mediumslateblue: 8087790,
	mediumspringgreen: 64154,
	mediumturquoise: 4772300,
	mediumvioletred: 13047173,
	midnightblue: 1644912,
	mintcream: 16121850,
	mistyrose: 16770273,
	moccasin: 16770229,
	navajowhite: 16768685,
	navy: 128,
	oldlace: 16643558,
	olive: 8421376,
	olivedrab: 7048739,
	orange: 16753920,
	orangered: 16729344,
	orchid: 14315734,
	palegoldenrod: 15657130,
	palegreen: 10025880,
	paleturquoise: 11529966,
	palevioletred: 14381203,
	papayawhip: 16773077,
	peachpuff: 16767673,
	peru: 13468991,
	pink: 16761035,
	plum: 14524637,
	powderblue: 11591910,
	purple: 8388736,
	rebeccapurple: 6697881,
	red: 16711680,
	rosybrown: 12357519,
	royalblue: 4286945,
	saddlebrown: 9127187,
	salmon: 16416882,
	sandybrown: 16032864,
	seagreen: 3050327,
	seashell: 16774638,
	sienna: 10506797,
	silver: 12632256,
	skyblue: 8900331,
	slateblue: 6970061,
	slategray: 7372944,
	slategrey: 7372944,
	snow: 16775930,
	springgreen: 65407,
	steelblue: 4620980,
	tan: 13808780,
	teal: 32896,
	thistle: 14204888,
	tomato: 16737095,
	turquoise: 4251856,
	violet: 15631086,
	wheat: 16113331,
	white: 16777215,
	whitesmoke: 16119285,
	yellow: 16776960,
	yellowgreen: 10145074
};
function Bn() {
	return this.rgb().formatHex();
}
function Vn() {
	return this.rgb().formatRgb();
}
function Hn(e) {
	var t, n;
	return e = (e + "").trim().toLowerCase(), (t = Mn.exec(e)) ? (n = t[1].length, t = parseInt(t[1], 16), n === 6 ? Un(t) : n === 3 ? new qn(t >> 8 & 15 | t >> 4 & 240, t >> 4 & 15 | 240 & t, (15 & t) << 4 | 15 & t, 1) : n === 8 ? Wn(t >> 24 & 255, t >> 16 & 255, t >> 8 & 255, (255 & t) / 255) : n === 4 ? Wn(t >> 12 & 15 | t >> 8 & 240, t >> 8 & 15 | t >> 4 & 240, t >> 4 & 15 | 240 & t, ((15 & t) << 4 | 15 & t) / 255) : null) : (t = Nn.exec(e)) ? new qn(t[1], t[2], t[3], 1) : (t = Pn.exec(e)) ? new qn(255 * t[1] / 100, 255 * t[2] / 100, 255 * t[3] / 100, 1) : (t = Fn.exec(e)) ? Wn(t[1], t[2], t[3], t[4]) : (t = In.exec(e)) ? Wn(255 * t[1] / 100, 255 * t[2] / 100, 255 * t[3] / 100, t[4]) : (t = Ln.exec(e)) ? $n(t[1], t[2] / 100, t[3] / 100, 1) : (t = Rn.exec(e)) ? $n(t[1], t[2] / 100, t[3] / 100, t[4]) : zn.hasOwnProperty(e) ? Un(zn[e]) : e === "transparent" ? new qn(NaN, NaN, NaN, 0) : null;
}
function Un(e) {
	return new qn(e >> 16 & 255, e >> 8 & 255, 255 & e, 1);
}
function Wn(e, t, n, r) {
	return r <= 0 && (e = t = n = NaN), new qn(e, t, n, r);
}
function Gn(e) {
	return e instanceof En || (e = Hn(e)), e ? new qn((e = e.rgb()).r, e.g, e.b, e.opacity) : new qn();
}
function Kn(e, t, n, r) {
	return arguments.length === 1 ? Gn(e) : new qn(e, t, n, r ?? 1);
}
function qn(e, t, n, r) {
	this.r = +e, this.g = +t, this.b = +n, this.opacity = +r;
}
function Jn() {
	return `#${Qn(this.r)}${Qn(this.g)}${Qn(this.b)}`;
}
function Yn() {
	let e = Xn(this.opacity);
	return `${e === 1 ? "rgb(" : "rgba("}${Zn(this.r)}, ${Zn(this.g)}, ${Zn(this.b)}${e === 1 ? ")" : `, ${e})`}`;
}
function Xn(e) {
	return isNaN(e) ? 1 : Math.max(0, Math.min(1, e));
}
function Zn(e) {
	return Math.max(0, Math.min(255, Math.round(e) || 0));
}
function Qn(e) {
	return ((e = Zn(e)) < 16 ? "0" : "") + e.toString(16);
}
function $n(e, t, n, r) {
	return r <= 0 ? e = t = n = NaN : n <= 0 || n >= 1 ? e = t = NaN : t <= 0 && (e = NaN), new nr(e, t, n, r);
}
function er(e) {
	if (e instanceof nr) return new nr(e.h, e.s, e.l, e.opacity);
	if (e instanceof En || (e = Hn(e)), !e) return new nr();
	if (e instanceof nr) return e;
	var t = (e = e.rgb()).r / 255, n = e.g / 255, r = e.b / 255, i = Math.min(t, n, r), a = Math.max(t, n, r), o = NaN, s = a - i, c = (a + i) / 2;
	return s ? (o = t === a ? (n - r) / s + 6 * (n < r) : n === a ? (r - t) / s + 2 : (t - n) / s + 4, s /= c < .5 ? a + i : 2 - a - i, o *= 60) : s = c > 0 && c < 1 ? 0 : o, new nr(o, s, c, e.opacity);
}
function tr(e, t, n, r) {
	return arguments.length === 1 ? er(e) : new nr(e, t, n, r ?? 1);
}
function nr(e, t, n, r) {
	this.h = +e, this.s = +t, this.l = +n, this.opacity = +r;
}
function rr(e) {
	return (e = (e || 0) % 360) < 0 ? e + 360 : e;
}
function ir(e) {
	return Math.max(0, Math.min(1, e || 0));
}
function ar(e, t, n) {
	return 255 * (e < 60 ? t + (n - t) * e / 60 : e < 180 ? n : e < 240 ? t + (n - t) * (240 - e) / 60 : t);
}
wn(En, Hn, {
	copy(e) {
		return Object.assign(new this.constructor(), this, e);
	},
	displayable() {
		return this.rgb().displayable();
	},
	hex: Bn,
	formatHex: Bn,
	formatHex8: function() {
		return this.rgb().formatHex8();
	},
	formatHsl: function() {
		return er(this).formatHsl();
	},
	formatRgb: Vn,
	toString: Vn
}), wn(qn, Kn, Tn(En, {
	brighter(e) {
		return e = e == null ? On : On ** +e, new qn(this.r * e, this.g * e, this.b * e, this.opacity);
	},
	darker(e) {
		return e = e == null ? Dn : Dn ** +e, new qn(this.r * e, this.g * e, this.b * e, this.opacity);
	},
	rgb() {
		return this;
	},
	clamp() {
		return new qn(Zn(this.r), Zn(this.g), Zn(this.b), Xn(this.opacity));
	},
	displayable() {
		return -.5 <= this.r && this.r < 255.5 && -.5 <= this.g && this.g < 255.5 && -.5 <= this.b && this.b < 255.5 && 0 <= this.opacity && this.opacity <= 1;
	},
	hex: Jn,
	formatHex: Jn,
	formatHex8: function() {
		return `#${Qn(this.r)}${Qn(this.g)}${Qn(this.b)}${Qn(255 * (isNaN(this.opacity) ? 1 : this.opacity))}`;
	},
	formatRgb: Yn,
	toString: Yn
})), wn(nr, tr, Tn(En, {
	brighter(e) {
		return e = e == null ? On : On ** +e, new nr(this.h, this.s, this.l * e, this.opacity);
	},
	darker(e) {
		return e = e == null ? Dn : Dn ** +e, new nr(this.h, this.s, this.l * e, this.opacity);
	},
	rgb() {
		var e = this.h % 360 + 360 * (this.h < 0), t = isNaN(e) || isNaN(this.s) ? 0 : this.s, n = this.l, r = n + (n < .5 ? n : 1 - n) * t, i = 2 * n - r;
		return new qn(ar(e >= 240 ? e - 240 : e + 120, i, r), ar(e, i, r), ar(e < 120 ? e + 240 : e - 120, i, r), this.opacity);
	},
	clamp() {
		return new nr(rr(this.h), ir(this.s), ir(this.l), Xn(this.opacity));
	},
	displayable() {
		return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && 0 <= this.l && this.l <= 1 && 0 <= this.opacity && this.opacity <= 1;
	},
	formatHsl() {
		let e = Xn(this.opacity);
		return `${e === 1 ? "hsl(" : "hsla("}${rr(this.h)}, ${100 * ir(this.s)}%, ${100 * ir(this.l)}%${e === 1 ? ")" : `, ${e})`}`;
	}
}));
var or = Math.PI / 180, sr = 180 / Math.PI, cr = .96422, lr = .82521, ur = 4 / 29, dr = 6 / 29, fr = 3 * dr * dr, pr = dr * dr * dr;
function mr(e) {
	if (e instanceof hr) return new hr(e.l, e.a, e.b, e.opacity);
	if (e instanceof xr) return Sr(e);
	e instanceof qn || (e = Gn(e));
	var t, n, r = yr(e.r), i = yr(e.g), a = yr(e.b), o = gr((.2225045 * r + .7168786 * i + .0606169 * a) / 1);
	return r === i && i === a ? t = n = o : (t = gr((.4360747 * r + .3850649 * i + .1430804 * a) / cr), n = gr((.0139322 * r + .0971045 * i + .7141733 * a) / lr)), new hr(116 * o - 16, 500 * (t - o), 200 * (o - n), e.opacity);
}
function hr(e, t, n, r) {
	this.l = +e, this.a = +t, this.b = +n, this.opacity = +r;
}
function gr(e) {
	return e > pr ? e ** (1 / 3) : e / fr + ur;
}
function _r(e) {
	return e > dr ? e * e * e : fr * (e - ur);
}
function vr(e) {
	return 255 * (e <= .0031308 ? 12.92 * e : 1.055 * e ** (1 / 2.4) - .055);
}
function yr(e) {
	return (e /= 255) <= .04045 ? e / 12.92 : ((e + .055) / 1.055) ** 2.4;
}
function br(e, t, n, r) {
	return arguments.length === 1 ? function(e) {
		if (e instanceof xr) return new xr(e.h, e.c, e.l, e.opacity);
		if (e instanceof hr || (e = mr(e)), e.a === 0 && e.b === 0) return new xr(NaN, 0 < e.l && e.l < 100 ? 0 : NaN, e.l, e.opacity);
		var t = Math.atan2(e.b, e.a) * sr;
		return new xr(t < 0 ? t + 360 : t, Math.sqrt(e.a * e.a + e.b * e.b), e.l, e.opacity);
	}(e) : new xr(e, t, n, r ?? 1);
}
function xr(e, t, n, r) {
	this.h = +e, this.c = +t, this.l = +n, this.opacity = +r;
}
function Sr(e) {
	if (isNaN(e.h)) return new hr(e.l, 0, 0, e.opacity);
	var t = e.h * or;
	return new hr(e.l, Math.cos(t) * e.c, Math.sin(t) * e.c, e.opacity);
}
wn(hr, function(e, t, n, r) {
	return arguments.length === 1 ? mr(e) : new hr(e, t, n, r ?? 1);
}, Tn(En, {
	brighter(e) {
		return new hr(this.l + 18 * (e ?? 1), this.a, this.b, this.opacity);
	},
	darker(e) {
		return new hr(this.l - 18 * (e ?? 1), this.a, this.b, this.opacity);
	},
	rgb() {
		var e = (this.l + 16) / 116, t = isNaN(this.a) ? e : e + this.a / 500, n = isNaN(this.b) ? e : e - this.b / 200;
		return new qn(vr(3.1338561 * (t = cr * _r(t)) - 1.6168667 * (e = 1 * _r(e)) - .4906146 * (n = lr * _r(n))), vr(-.9787684 * t + 1.9161415 * e + .033454 * n), vr(.0719453 * t - .2289914 * e + 1.4052427 * n), this.opacity);
	}
})), wn(xr, br, Tn(En, {
	brighter(e) {
		return new xr(this.h, this.c, this.l + 18 * (e ?? 1), this.opacity);
	},
	darker(e) {
		return new xr(this.h, this.c, this.l - 18 * (e ?? 1), this.opacity);
	},
	rgb() {
		return Sr(this).rgb();
	}
}));
var Cr = -.14861, wr = 1.78277, Tr = -.29227, Er = -.90649, Dr = 1.97294, Or = Dr * Er, kr = Dr * wr, Ar = wr * Tr - Er * Cr;
function jr(e, t, n, r) {
	return arguments.length === 1 ? function(e) {
		if (e instanceof Mr) return new Mr(e.h, e.s, e.l, e.opacity);
		e instanceof qn || (e = Gn(e));
		var t = e.r / 255, n = e.g / 255, r = e.b / 255, i = (Ar * r + Or * t - kr * n) / (Ar + Or - kr), a = r - i, o = (Dr * (n - i) - Tr * a) / Er, s = Math.sqrt(o * o + a * a) / (Dr * i * (1 - i)), c = s ? Math.atan2(o, a) * sr - 120 : NaN;
		return new Mr(c < 0 ? c + 360 : c, s, i, e.opacity);
	}(e) : new Mr(e, t, n, r ?? 1);
}
function Mr(e, t, n, r) {
	this.h = +e, this.s = +t, this.l = +n, this.opacity = +r;
}
wn(Mr, jr, Tn(En, {
	brighter(e) {
		return e = e == null ? On : On ** +e, new Mr(this.h, this.s, this.l * e, this.opacity);
	},
	darker(e) {
		return e = e == null ? Dn : Dn ** +e, new Mr(this.h, this.s, this.l * e, this.opacity);
	},
	rgb() {
		var e = isNaN(this.h) ? 0 : (this.h + 120) * or, t = +this.l, n = isNaN(this.s) ? 0 : this.s * t * (1 - t), r = Math.cos(e), i = Math.sin(e);
		return new qn(255 * (t + n * (Cr * r + wr * i)), 255 * (t + n * (Tr * r + Er * i)), 255 * (t + Dr * r * n), this.opacity);
	}
}));
var Nr = (e) => () => e;
function Pr(e, t) {
	return function(n) {
		return e + n * t;
	};
}
function Fr(e, t) {
	var n = t - e;
	return n ? Pr(e, n > 180 || n < -180 ? n - 360 * Math.round(n / 360) : n) : Nr(isNaN(e) ? t : e);
}
function Ir(e, t) {
	var n = t - e;
	return n ? Pr(e, n) : Nr(isNaN(e) ? t : e);
}
var Lr = function e(t) {
	var n = function(e) {
		return (e = +e) == 1 ? Ir : function(t, n) {
			return n - t ? function(e, t, n) {
				return e **= +n, t = t ** +n - e, n = 1 / n, function(r) {
					return (e + r * t) ** +n;
				};
			}(t, n, e) : Nr(isNaN(t) ? n : t);
		};
	}(t);
	function r(e, t) {
		var r = n((e = Kn(e)).r, (t = Kn(t)).r), i = n(e.g, t.g), a = n(e.b, t.b), o = Ir(e.opacity, t.opacity);
		return function(t) {
			return e.r = r(t), e.g = i(t), e.b = a(t), e.opacity = o(t), e + "";
		};
	}
	return r.gamma = e, r;
}(1);
function Rr(e, t) {
	t ||= [];
	var n, r = e ? Math.min(t.length, e.length) : 0, i = t.slice();
	return function(a) {
		for (n = 0; n < r; ++n) i[n] = e[n] * (1 - a) + t[n] * a;
		return i;
	};
}
function zr(e, t) {
	for (var n = t ? t.length : 0, r = e ? Math.min(n, e.length) : 0, i = Array(r), a = Array(n), o = 0; o < r; ++o) i[o] = Kr(e[o], t[o]);
	for (; o < n; ++o) a[o] = t[o];
	return function(e) {
		for (o = 0; o < r; ++o) a[o] = i[o](e);
		return a;
	};
}
function Br(e, t) {
	var n = /* @__PURE__ */ new Date();
	return e = +e, t = +t, function(r) {
		return n.setTime(e * (1 - r) + t * r), n;
	};
}
function Vr(e, t) {
	return e = +e, t = +t, function(n) {
		return e * (1 - n) + t * n;
	};
}
function Hr(e, t) {
	var n, r = {}, i = {};
	for (n in typeof e == "object" && e || (e = {}), typeof t == "object" && t || (t = {}), t) n in e ? r[n] = Kr(e[n], t[n]) : i[n] = t[n];
	return function(e) {
		for (n in r) i[n] = r[n](e);
		return i;
	};
}
var Ur = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g, Wr = new RegExp(Ur.source, "g");
function Gr(e, t) {
	var n, r, i, a = Ur.lastIndex = Wr.lastIndex = 0, o = -1, s = [], c = [];
	for (e += "", t += ""; (n = Ur.exec(e)) && (r = Wr.exec(t));) (i = r.index) > a && (i = t.slice(a, i), s[o] ? s[o] += i : s[++o] = i), (n = n[0]) === (r = r[0]) ? s[o] ? s[o] += r : s[++o] = r : (s[++o] = null, c.push({
		i: o,
		x: Vr(n, r)
	})), a = Wr.lastIndex;
	return a < t.length && (i = t.slice(a), s[o] ? s[o] += i : s[++o] = i), s.length < 2 ? c[0] ? function(e) {
		return function(t) {
			return e(t) + "";
		};
	}(c[0].x) : function(e) {
		return function() {
			return e;
		};
	}(t) : (t = c.length, function(e) {
		for (var n, r = 0; r < t; ++r) s[(n = c[r]).i] = n.x(e);
		return s.join("");
	});
}
function Kr(e, t) {
	var n, r, i = typeof t;
	return t == null || i === "boolean" ? Nr(t) : (i === "number" ? Vr : i === "string" ? (n = Hn(t)) ? (t = n, Lr) : Gr : t instanceof Hn ? Lr : t instanceof Date ? Br : (r = t, !ArrayBuffer.isView(r) || r instanceof DataView ? Array.isArray(t) ? zr : typeof t.valueOf != "function" && typeof t.toString != "function" || isNaN(t) ? Hr : Vr : Rr))(e, t);
}
var qr, Jr = 180 / Math.PI, Yr = {
	translateX: 0,
	translateY: 0,
	rotate: 0,
	skewX: 0,
	scaleX: 1,
	scaleY: 1
};
function Xr(e, t, n, r, i, a) {
	var o, s, c;
	return (o = Math.sqrt(e * e + t * t)) && (e /= o, t /= o), (c = e * n + t * r) && (n -= e * c, r -= t * c), (s = Math.sqrt(n * n + r * r)) && (n /= s, r /= s, c /= s), e * r < t * n && (e = -e, t = -t, c = -c, o = -o), {
		translateX: i,
		translateY: a,
		rotate: Math.atan2(t, e) * Jr,
		skewX: Math.atan(c) * Jr,
		scaleX: o,
		scaleY: s
	};
}
function Zr(e, t, n, r) {
	function i(e) {
		return e.length ? e.pop() + " " : "";
	}
	return function(a, o) {
		var s = [], c = [];
		return a = e(a), o = e(o), function(e, r, i, a, o, s) {
			if (e !== i || r !== a) {
				var c = o.push("translate(", null, t, null, n);
				s.push({
					i: c - 4,
					x: Vr(e, i)
				}, {
					i: c - 2,
					x: Vr(r, a)
				});
			} else (i || a) && o.push("translate(" + i + t + a + n);
		}(a.translateX, a.translateY, o.translateX, o.translateY, s, c), function(e, t, n, a) {
			e === t ? t && n.push(i(n) + "rotate(" + t + r) : (e - t > 180 ? t += 360 : t - e > 180 && (e += 360), a.push({
				i: n.push(i(n) + "rotate(", null, r) - 2,
				x: Vr(e, t)
			}));
		}(a.rotate, o.rotate, s, c), function(e, t, n, a) {
			e === t ? t && n.push(i(n) + "skewX(" + t + r) : a.push({
				i: n.push(i(n) + "skewX(", null, r) - 2,
				x: Vr(e, t)
			});
		}(a.skewX, o.skewX, s, c), function(e, t, n, r, a, o) {
			if (e !== n || t !== r) {
				var s = a.push(i(a) + "scale(", null, ",", null, ")");
				o.push({
					i: s - 4,
					x: Vr(e, n)
				}, {
					i: s - 2,
					x: Vr(t, r)
				});
			} else n === 1 && r === 1 || a.push(i(a) + "scale(" + n + "," + r + ")");
		}(a.scaleX, a.scaleY, o.scaleX, o.scaleY, s, c), a = o = null, function(e) {
			for (var t, n = -1, r = c.length; ++n < r;) s[(t = c[n]).i] = t.x(e);
			return s.join("");
		};
	};
}
var Qr = Zr(function(e) {
	let t = new (typeof DOMMatrix == "function" ? DOMMatrix : WebKitCSSMatrix)(e + "");
	return t.isIdentity ? Yr : Xr(t.a, t.b, t.c, t.d, t.e, t.f);
}, "px, ", "px)", "deg)"), $r = Zr(function(e) {
	return e == null ? Yr : (qr ||= document.createElementNS("http://www.w3.org/2000/svg", "g"), qr.setAttribute("transform", e), (e = qr.transform.baseVal.consolidate()) ? Xr((e = e.matrix).a, e.b, e.c, e.d, e.e, e.f) : Yr);
}, ", ", ")", ")");
function ei(e) {
	return ((e = Math.exp(e)) + 1 / e) / 2;
}
var ti = function e(t, n, r) {
	function i(e, i) {
		var a, o, s = e[0], c = e[1], l = e[2], u = i[0], d = i[1], f = i[2], p = u - s, m = d - c, h = p * p + m * m;
		if (h < 1e-12) o = Math.log(f / l) / t, a = function(e) {
			return [
				s + e * p,
				c + e * m,
				l * Math.exp(t * e * o)
			];
		};
		else {
			var g = Math.sqrt(h), _ = (f * f - l * l + r * h) / (2 * l * n * g), v = (f * f - l * l - r * h) / (2 * f * n * g), y = Math.log(Math.sqrt(_ * _ + 1) - _);
			o = (Math.log(Math.sqrt(v * v + 1) - v) - y) / t, a = function(e) {
				var r, i = e * o, a = ei(y), u = l / (n * g) * (a * (r = t * i + y, ((r = Math.exp(2 * r)) - 1) / (r + 1)) - function(e) {
					return ((e = Math.exp(e)) - 1 / e) / 2;
				}(y));
				return [
					s + u * p,
					c + u * m,
					l * a / ei(t * i + y)
				];
			};
		}
		return a.duration = 1e3 * Math.abs(o) * t / Math.SQRT2, a;
	}
	return i.rho = function(t) {
		var n = Math.max(.001, +t), r = n * n;
		return e(n, r, r * r);
	}, i;
}(Math.SQRT2, 2, 4);
function ni(e) {
	return function t(n) {
		function r(t, r) {
			var i = e((t = jr(t)).h, (r = jr(r)).h), a = Ir(t.s, r.s), o = Ir(t.l, r.l), s = Ir(t.opacity, r.opacity);
			return function(e) {
				return t.h = i(e), t.s = a(e), t.l = o(e ** +n), t.opacity = s(e), t + "";
			};
		}
		return n = +n, r.gamma = t, r;
	}(1);
}
ni(Fr), ni(Ir);
var ri, ii, ai = 0, oi = 0, si = 0, ci = 0, li = 0, ui = 0, di = typeof performance == "object" && performance.now ? performance : Date, fi = typeof window == "object" && window.requestAnimationFrame ? window.requestAnimationFrame.bind(window) : function(e) {
	setTimeout(e, 17);
};
function pi() {
	return li ||= (fi(mi), di.now() + ui);
}
function mi() {
	li = 0;
}
function hi() {
	this._call = this._time = this._next = null;
}
function gi(e, t, n) {
	var r = new hi();
	return r.restart(e, t, n), r;
}
function _i() {
	li = (ci = di.now()) + ui, ai = oi = 0;
	try {
		(function() {
			pi(), ++ai;
			for (var e, t = ri; t;) (e = li - t._time) >= 0 && t._call.call(void 0, e), t = t._next;
			--ai;
		})();
	} finally {
		ai = 0, function() {
			for (var e, t, n = ri, r = 1 / 0; n;) n._call ? (r > n._time && (r = n._time), e = n, n = n._next) : (t = n._next, n._next = null, n = e ? e._next = t : ri = t);
			ii = e, yi(r);
		}(), li = 0;
	}
}
function vi() {
	var e = di.now(), t = e - ci;
	t > 1e3 && (ui -= t, ci = e);
}
function yi(e) {
	ai || (oi &&= clearTimeout(oi), e - li > 24 ? (e < 1 / 0 && (oi = setTimeout(_i, Math.ceil(e - di.now() - ui) + 1)), si &&= clearInterval(si)) : (si ||= (ci = di.now(), setInterval(vi, 1e3)), ai = 1, fi(_i)));
}
function bi(e, t, n) {
	var r = new hi();
	return t = t == null ? 0 : +t, r.restart((n) => {
		r.stop(), e(n + t);
	}, t, n), r;
}
function xi(e) {
	return 1.0009775171065494 * (2 ** (-10 * e) - .0009765625);
}
hi.prototype = gi.prototype = {
	constructor: hi,
	restart: function(e, t, n) {
		if (typeof e != "function") throw TypeError("callback is not a function");
		n = (n == null ? pi() : +n) + (t == null ? 0 : +t), this._next || ii === this || (ii ? ii._next = this : ri = this, ii = this), this._call = e, this._time = n, yi();
	},
	stop: function() {
		this._call && (this._call = null, this._time = 1 / 0, yi());
	}
}, function e(t) {
	function n(e) {
		return e ** +t;
	}
	return t = +t, n.exponent = e, n;
}(3), function e(t) {
	function n(e) {
		return 1 - (1 - e) ** t;
	}
	return t = +t, n.exponent = e, n;
}(3), function e(t) {
	function n(e) {
		return ((e *= 2) <= 1 ? e ** +t : 2 - (2 - e) ** t) / 2;
	}
	return t = +t, n.exponent = e, n;
}(3);
var Si = 1.70158, Ci = (function e(t) {
	function n(e) {
		return (e = +e) * e * (t * (e - 1) + e);
	}
	return t = +t, n.overshoot = e, n;
}(Si), function e(t) {
	function n(e) {
		return --e * e * ((e + 1) * t + e) + 1;
	}
	return t = +t, n.overshoot = e, n;
}(Si), function e(t) {
	function n(e) {
		return ((e *= 2) < 1 ? e * e * ((t + 1) * e - t) : (e -= 2) * e * ((t + 1) * e + t) + 2) / 2;
	}
	return t = +t, n.overshoot = e, n;
}(Si), 2 * Math.PI), wi = (function e(t, n) {
	var r = Math.asin(1 / (t = Math.max(1, t))) * (n /= Ci);
	function i(e) {
		return t * xi(- --e) * Math.sin((r - e) / n);
	}
	return i.amplitude = function(t) {
		return e(t, n * Ci);
	}, i.period = function(n) {
		return e(t, n);
	}, i;
}(1, .3), function e(t, n) {
	var r = Math.asin(1 / (t = Math.max(1, t))) * (n /= Ci);
	function i(e) {
		return 1 - t * xi(e = +e) * Math.sin((e + r) / n);
	}
	return i.amplitude = function(t) {
		return e(t, n * Ci);
	}, i.period = function(n) {
		return e(t, n);
	}, i;
}(1, .3), function e(t, n) {
	var r = Math.asin(1 / (t = Math.max(1, t))) * (n /= Ci);
	function i(e) {
		return ((e = 2 * e - 1) < 0 ? t * xi(-e) * Math.sin((r - e) / n) : 2 - t * xi(e) * Math.sin((r + e) / n)) / 2;
	}
	return i.amplitude = function(t) {
		return e(t, n * Ci);
	}, i.period = function(n) {
		return e(t, n);
	}, i;
}(1, .3), Ke("start", "end", "cancel", "interrupt")), Ti = [];
function Ei(e, t, n, r, i, a) {
	var o = e.__transition;
	if (o) {
		if (n in o) return;
	} else e.__transition = {};
	(function(e, t, n) {
		var r, i = e.__transition;
		function a(c) {
			var l, u, d, f;
			if (n.state !== 1) return s();
			for (l in i) if ((f = i[l]).name === n.name) {
				if (f.state === 3) return bi(a);
				f.state === 4 ? (f.state = 6, f.timer.stop(), f.on.call("interrupt", e, e.__data__, f.index, f.group), delete i[l]) : +l < t && (f.state = 6, f.timer.stop(), f.on.call("cancel", e, e.__data__, f.index, f.group), delete i[l]);
			}
			if (bi(function() {
				n.state === 3 && (n.state = 4, n.timer.restart(o, n.delay, n.time), o(c));
			}), n.state = 2, n.on.call("start", e, e.__data__, n.index, n.group), n.state === 2) {
				for (n.state = 3, r = Array(d = n.tween.length), l = 0, u = -1; l < d; ++l) (f = n.tween[l].value.call(e, e.__data__, n.index, n.group)) && (r[++u] = f);
				r.length = u + 1;
			}
		}
		function o(t) {
			for (var i = t < n.duration ? n.ease.call(null, t / n.duration) : (n.timer.restart(s), n.state = 5, 1), a = -1, o = r.length; ++a < o;) r[a].call(e, i);
			n.state === 5 && (n.on.call("end", e, e.__data__, n.index, n.group), s());
		}
		function s() {
			for (var r in n.state = 6, n.timer.stop(), delete i[t], i) return;
			delete e.__transition;
		}
		i[t] = n, n.timer = gi(function(e) {
			n.state = 1, n.timer.restart(a, n.delay, n.time), n.delay <= e && a(e - n.delay);
		}, 0, n.time);
	})(e, n, {
		name: t,
		index: r,
		group: i,
		on: wi,
		tween: Ti,
		time: a.time,
		delay: a.delay,
		duration: a.duration,
		ease: a.ease,
		timer: null,
		state: 0
	});
}
function Di(e, t) {
	var n = ki(e, t);
	if (n.state > 0) throw Error("too late; already scheduled");
	return n;
}
function Oi(e, t) {
	var n = ki(e, t);
	if (n.state > 3) throw Error("too late; already running");
	return n;
}
function ki(e, t) {
	var n = e.__transition;
	if (!n || !(n = n[t])) throw Error("transition not found");
	return n;
}
function Ai(e, t) {
	var n, r, i, a = e.__transition, o = !0;
	if (a) {
		for (i in t = t == null ? null : t + "", a) (n = a[i]).name === t ? (r = n.state > 2 && n.state < 5, n.state = 6, n.timer.stop(), n.on.call(r ? "interrupt" : "cancel", e, e.__data__, n.index, n.group), delete a[i]) : o = !1;
		o && delete e.__transition;
	}
}
function ji(e, t) {
	var n, r;
	return function() {
		var i = Oi(this, e), a = i.tween;
		if (a !== n) {
			for (var o = 0, s = (r = n = a).length; o < s; ++o) if (r[o].name === t) {
				(r = r.slice()).splice(o, 1);
				break;
			}
		}
		i.tween = r;
	};
}
function Mi(e, t, n) {
	var r, i;
	if (typeof n != "function") throw Error();
	return function() {
		var a = Oi(this, e), o = a.tween;
		if (o !== r) {
			i = (r = o).slice();
			for (var s = {
				name: t,
				value: n
			}, c = 0, l = i.length; c < l; ++c) if (i[c].name === t) {
				i[c] = s;
				break;
			}
			c === l && i.push(s);
		}
		a.tween = i;
	};
}
function Ni(e, t, n) {
	var r = e._id;
	return e.each(function() {
		var e = Oi(this, r);
		(e.value ||= {})[t] = n.apply(this, arguments);
	}), function(e) {
		return ki(e, r).value[t];
	};
}
function Pi(e, t) {
	var n;
	return (typeof t == "number" ? Vr : t instanceof Hn ? Lr : (n = Hn(t)) ? (t = n, Lr) : Gr)(e, t);
}
function Fi(e) {
	return function() {
		this.removeAttribute(e);
	};
}
function Ii(e) {
	return function() {
		this.removeAttributeNS(e.space, e.local);
	};
}
function Li(e, t, n) {
	var r, i, a = n + "";
	return function() {
		var o = this.getAttribute(e);
		return o === a ? null : o === r ? i : i = t(r = o, n);
	};
}
function Ri(e, t, n) {
	var r, i, a = n + "";
	return function() {
		var o = this.getAttributeNS(e.space, e.local);
		return o === a ? null : o === r ? i : i = t(r = o, n);
	};
}
function zi(e, t, n) {
	var r, i, a;
	return function() {
		var o, s, c = n(this);
		if (c != null) return (o = this.getAttribute(e)) === (s = c + "") ? null : o === r && s === i ? a : (i = s, a = t(r = o, c));
		this.removeAttribute(e);
	};
}
function Bi(e, t, n) {
	var r, i, a;
	return function() {
		var o, s, c = n(this);
		if (c != null) return (o = this.getAttributeNS(e.space, e.local)) === (s = c + "") ? null : o === r && s === i ? a : (i = s, a = t(r = o, c));
		this.removeAttributeNS(e.space, e.local);
	};
}
function Vi(e, t) {
	var n, r;
	function i() {
		var i = t.apply(this, arguments);
		return i !== r && (n = (r = i) && function(e, t) {
			return function(n) {
				this.setAttributeNS(e.space, e.local, t.call(this, n));
			};
		}(e, i)), n;
	}
	return i._value = t, i;
}
function Hi(e, t) {
	var n, r;
	function i() {
		var i = t.apply(this, arguments);
		return i !== r && (n = (r = i) && function(e, t) {
			return function(n) {
				this.setAttribute(e, t.call(this, n));
			};
		}(e, i)), n;
	}
	return i._value = t, i;
}
function Ui(e, t) {
	return function() {
		Di(this, e).delay = +t.apply(this, arguments);
	};
}
function Wi(e, t) {
	return t = +t, function() {
		Di(this, e).delay = t;
	};
}
function Gi(e, t) {
	return function() {
		Oi(this, e).duration = +t.apply(this, arguments);
	};
}
function Ki(e, t) {
	return t = +t, function() {
		Oi(this, e).duration = t;
	};
}
var qi = sn.prototype.constructor;
function Ji(e) {
	return function() {
		this.style.removeProperty(e);
	};
}
var Yi = 0;
function Xi(e, t, n, r) {
	this._groups = e, this._parents = t, this._name = n, this._id = r;
}
function Zi() {
	return ++Yi;
}
var Qi = sn.prototype;
Xi.prototype = function(e) {
	return sn().transition(e);
}.prototype = {
	constructor: Xi,
	select: function(e) {
		var t = this._name, n = this._id;
		typeof e != "function" && (e = rt(e));
		for (var r = this._groups, i = r.length, a = Array(i), o = 0; o < i; ++o) for (var s, c, l = r[o], u = l.length, d = a[o] = Array(u), f = 0; f < u; ++f) (s = l[f]) && (c = e.call(s, s.__data__, f, l)) && ("__data__" in s && (c.__data__ = s.__data__), d[f] = c, Ei(d[f], t, n, f, d, ki(s, n)));
		return new Xi(a, this._parents, t, n);
	},
	selectAll: function(e) {
		var t = this._name, n = this._id;
		typeof e != "function" && (e = at(e));
		for (var r = this._groups, i = r.length, a = [], o = [], s = 0; s < i; ++s) for (var c, l = r[s], u = l.length, d = 0; d < u; ++d) if (c = l[d]) {
			for (var f, p = e.call(c, c.__data__, d, l), m = ki(c, n), h = 0, g = p.length; h < g; ++h) (f = p[h]) && Ei(f, t, n, h, p, m);
			a.push(p), o.push(c);
		}
		return new Xi(a, o, t, n);
	},
	selectChild: Qi.selectChild,
	selectChildren: Qi.selectChildren,
	filter: function(e) {
		typeof e != "function" && (e = ot(e));
		for (var t = this._groups, n = t.length, r = Array(n), i = 0; i < n; ++i) for (var a, o = t[i], s = o.length, c = r[i] = [], l = 0; l < s; ++l) (a = o[l]) && e.call(a, a.__data__, l, o) && c.push(a);
		return new Xi(r, this._parents, this._name, this._id);
	},
	merge: function(e) {
		if (e._id !== this._id) throw Error();
		for (var t = this._groups, n = e._groups, r = t.length, i = n.length, a = Math.min(r, i), o = Array(r), s = 0; s < a; ++s) for (var c, l = t[s], u = n[s], d = l.length, f = o[s] = Array(d), p = 0; p < d; ++p) (c = l[p] || u[p]) && (f[p] = c);
		for (; s < r; ++s) o[s] = t[s];
		return new Xi(o, this._parents, this._name, this._id);
	},
	selection: function() {
		return new qi(this._groups, this._parents);
	},
	transition: function() {
		for (var e = this._name, t = this._id, n = Zi(), r = this._groups, i = r.length, a = 0; a < i; ++a) for (var o, s = r[a], c = s.length, l = 0; l < c; ++l) if (o = s[l]) {
			var u = ki(o, t);
			Ei(o, e, n, l, s, {
				time: u.time + u.delay + u.duration,
				delay: 0,
				duration: u.duration,
				ease: u.ease
			});
		}
		return new Xi(r, this._parents, e, n);
	},
	call: Qi.call,
	nodes: Qi.nodes,
	node: Qi.node,
	size: Qi.size,
	empty: Qi.empty,
	each: Qi.each,
	on: function(e, t) {
		var n = this._id;
		return arguments.length < 2 ? ki(this.node(), n).on.on(e) : this.each(function(e, t, n) {
			var r, i, a = function(e) {
				return (e + "").trim().split(/^|\s+/).every(function(e) {
					var t = e.indexOf(".");
					return t >= 0 && (e = e.slice(0, t)), !e || e === "start";
				});
			}(t) ? Di : Oi;
			return function() {
				var o = a(this, e), s = o.on;
				s !== r && (i = (r = s).copy()).on(t, n), o.on = i;
			};
		}(n, e, t));
	},
	attr: function(e, t) {
		var n = Qe(e), r = n === "transform" ? $r : Pi;
		return this.attrTween(e, typeof t == "function" ? (n.local ? Bi : zi)(n, r, Ni(this, "attr." + e, t)) : t == null ? (n.local ? Ii : Fi)(n) : (n.local ? Ri : Li)(n, r, t));
	},
	attrTween: function(e, t) {
		var n = "attr." + e;
		if (arguments.length < 2) return (n = this.tween(n)) && n._value;
		if (t == null) return this.tween(n, null);
		if (typeof t != "function") throw Error();
		var r = Qe(e);
		return this.tween(n, (r.local ? Vi : Hi)(r, t));
	},
	style: function(e, t, n) {
		var r = (e += "") == "transform" ? Qr : Pi;
		return t == null ? this.styleTween(e, function(e, t) {
			var n, r, i;
			return function() {
				var a = kt(this, e), o = (this.style.removeProperty(e), kt(this, e));
				return a === o ? null : a === n && o === r ? i : i = t(n = a, r = o);
			};
		}(e, r)).on("end.style." + e, Ji(e)) : typeof t == "function" ? this.styleTween(e, function(e, t, n) {
			var r, i, a;
			return function() {
				var o = kt(this, e), s = n(this), c = s + "";
				return s ?? (this.style.removeProperty(e), c = s = kt(this, e)), o === c ? null : o === r && c === i ? a : (i = c, a = t(r = o, s));
			};
		}(e, r, Ni(this, "style." + e, t))).each(function(e, t) {
			var n, r, i, a, o = "style." + t, s = "end." + o;
			return function() {
				var c = Oi(this, e), l = c.on, u = c.value[o] == null ? a ||= Ji(t) : void 0;
				l === n && i === u || (r = (n = l).copy()).on(s, i = u), c.on = r;
			};
		}(this._id, e)) : this.styleTween(e, function(e, t, n) {
			var r, i, a = n + "";
			return function() {
				var o = kt(this, e);
				return o === a ? null : o === r ? i : i = t(r = o, n);
			};
		}(e, r, t), n).on("end.style." + e, null);
	},
	styleTween: function(e, t, n) {
		var r = "style." + (e += "");
		if (arguments.length < 2) return (r = this.tween(r)) && r._value;
		if (t == null) return this.tween(r, null);
		if (typeof t != "function") throw Error();
		return this.tween(r, function(e, t, n) {
			var r, i;
			function a() {
				var a = t.apply(this, arguments);
				return a !== i && (r = (i = a) && function(e, t, n) {
					return function(r) {
						this.style.setProperty(e, t.call(this, r), n);
					};
				}(e, a, n)), r;
			}
			return a._value = t, a;
		}(e, t, n ?? ""));
	},
	text: function(e) {
		return this.tween("text", typeof e == "function" ? function(e) {
			return function() {
				var t = e(this);
				this.textContent = t ?? "";
			};
		}(Ni(this, "text", e)) : function(e) {
			return function() {
				this.textContent = e;
			};
		}(e == null ? "" : e + ""));
	},
	textTween: function(e) {
		var t = "text";
		if (arguments.length < 1) return (t = this.tween(t)) && t._value;
		if (e == null) return this.tween(t, null);
		if (typeof e != "function") throw Error();
		return this.tween(t, function(e) {
			var t, n;
			function r() {
				var r = e.apply(this, arguments);
				return r !== n && (t = (n = r) && function(e) {
					return function(t) {
						this.textContent = e.call(this, t);
					};
				}(r)), t;
			}
			return r._value = e, r;
		}(e));
	},
	remove: function() {
		return this.on("end.remove", function(e) {
			return function() {
				var t = this.parentNode;
				for (var n in this.__transition) if (+n !== e) return;
				t && t.removeChild(this);
			};
		}(this._id));
	},
	tween: function(e, t) {
		var n = this._id;
		if (e += "", arguments.length < 2) {
			for (var r, i = ki(this.node(), n).tween, a = 0, o = i.length; a < o; ++a) if ((r = i[a]).name === e) return r.value;
			return null;
		}
		return this.each((t == null ? ji : Mi)(n, e, t));
	},
	delay: function(e) {
		var t = this._id;
		return arguments.length ? this.each((typeof e == "function" ? Ui : Wi)(t, e)) : ki(this.node(), t).delay;
	},
	duration: function(e) {
		var t = this._id;
		return arguments.length ? this.each((typeof e == "function" ? Gi : Ki)(t, e)) : ki(this.node(), t).duration;
	},
	ease: function(e) {
		var t = this._id;
		return arguments.length ? this.each(function(e, t) {
			if (typeof t != "function") throw Error();
			return function() {
				Oi(this, e).ease = t;
			};
		}(t, e)) : ki(this.node(), t).ease;
	},
	easeVarying: function(e) {
		if (typeof e != "function") throw Error();
		return this.each(function(e, t) {
			return function() {
				var n = t.apply(this, arguments);
				if (typeof n != "function") throw Error();
				Oi(this, e).ease = n;
			};
		}(this._id, e));
	},
	end: function() {
		var e, t, n = this, r = n._id, i = n.size();
		return new Promise(function(a, o) {
			var s = { value: o }, c = { value: function() {
				--i === 0 && a();
			} };
			n.each(function() {
				var n = Oi(this, r), i = n.on;
				i !== e && ((t = (e = i).copy())._.cancel.push(s), t._.interrupt.push(s), t._.end.push(c)), n.on = t;
			}), i === 0 && a();
		});
	},
	[Symbol.iterator]: Qi[Symbol.iterator]
};
var $i = {
	time: null,
	delay: 0,
	duration: 250,
	ease: function(e) {
		return ((e *= 2) <= 1 ? e * e * e : (e -= 2) * e * e + 2) / 2;
	}
};
function ea(e, t) {
	for (var n; !(n = e.__transition) || !(n = n[t]);) if (!(e = e.parentNode)) throw Error(`transition ${t} not found`);
	return n;
}
sn.prototype.interrupt = function(e) {
	return this.each(function() {
		Ai(this, e);
	});
}, sn.prototype.transition = function(e) {
	var t, n;
	e instanceof Xi ? (t = e._id, e = e._name) : (t = Zi(), (n = $i).time = pi(), e = e == null ? null : e + "");
	for (var r = this._groups, i = r.length, a = 0; a < i; ++a) for (var o, s = r[a], c = s.length, l = 0; l < c; ++l) (o = s[l]) && Ei(o, e, t, l, s, n || ea(o, t));
	return new Xi(r, this._parents, e, t);
};
var ta = (e) => () => e;
function na(e, { sourceEvent: t, target: n, transform: r, dispatch: i }) {
	Object.defineProperties(this, {
		type: {
			value: e,
			enumerable: !0,
			configurable: !0
		},
		sourceEvent: {
			value: t,
			enumerable: !0,
			configurable: !0
		},
		target: {
			value: n,
			enumerable: !0,
			configurable: !0
		},
		transform: {
			value: r,
			enumerable: !0,
			configurable: !0
		},
		_: { value: i }
	});
}
function ra(e, t, n) {
	this.k = e, this.x = t, this.y = n;
}
ra.prototype = {
	constructor: ra,
	scale: function(e) {
		return e === 1 ? this : new ra(this.k * e, this.x, this.y);
	},
	translate: function(e, t) {
		return e === 0 & t === 0 ? this : new ra(this.k, this.x + this.k * e, this.y + this.k * t);
	},
	apply: function(e) {
		return [e[0] * this.k + this.x, e[1] * this.k + this.y];
	},
	applyX: function(e) {
		return e * this.k + this.x;
	},
	applyY: function(e) {
		return e * this.k + this.y;
	},
	invert: function(e) {
		return [(e[0] - this.x) / this.k, (e[1] - this.y) / this.k];
	},
	invertX: function(e) {
		return (e - this.x) / this.k;
	},
	invertY: function(e) {
		return (e - this.y) / this.k;
	},
	rescaleX: function(e) {
		return e.copy().domain(e.range().map(this.invertX, this).map(e.invert, e));
	},
	rescaleY: function(e) {
		return e.copy().domain(e.range().map(this.invertY, this).map(e.invert, e));
	},
	toString: function() {
		return "translate(" + this.x + "," + this.y + ") scale(" + this.k + ")";
	}
};
var ia = new ra(1, 0, 0);
function aa(e) {
	for (; !e.__zoom;) if (!(e = e.parentNode)) return ia;
	return e.__zoom;
}
function oa(e) {
	e.stopImmediatePropagation();
}
function sa(e) {
	e.preventDefault(), e.stopImmediatePropagation();
}
function ca(e) {
	return !(e.ctrlKey && e.type !== "wheel" || e.button);
}
function la() {
	var e = this;
	return e instanceof SVGElement ? (e = e.ownerSVGElement || e).hasAttribute("viewBox") ? [[(e = e.viewBox.baseVal).x, e.y], [e.x + e.width, e.y + e.height]] : [[0, 0], [e.width.baseVal.value, e.height.baseVal.value]] : [[0, 0], [e.clientWidth, e.clientHeight]];
}
function ua() {
	return this.__zoom || ia;
}
function da(e) {
	return -e.deltaY * (e.deltaMode === 1 ? .05 : e.deltaMode ? 1 : .002) * (e.ctrlKey ? 10 : 1);
}
function fa() {
	return navigator.maxTouchPoints || "ontouchstart" in this;
}
function pa(e, t, n) {
	var r = e.invertX(t[0][0]) - n[0][0], i = e.invertX(t[1][0]) - n[1][0], a = e.invertY(t[0][1]) - n[0][1], o = e.invertY(t[1][1]) - n[1][1];
	return e.translate(i > r ? (r + i) / 2 : Math.min(0, r) || Math.max(0, i), o > a ? (a + o) / 2 : Math.min(0, a) || Math.max(0, o));
}
function ma() {
	var e, t, n, r = ca, i = la, a = pa, o = da, s = fa, c = [0, 1 / 0], l = [[-1 / 0, -1 / 0], [1 / 0, 1 / 0]], u = 250, d = ti, f = Ke("start", "zoom", "end"), p = 0, m = 10;
	function h(e) {
		e.property("__zoom", ua).on("wheel.zoom", S, { passive: !1 }).on("mousedown.zoom", C).on("dblclick.zoom", w).filter(s).on("touchstart.zoom", T).on("touchmove.zoom", E).on("touchend.zoom touchcancel.zoom", D).style("-webkit-tap-highlight-color", "rgba(0,0,0,0)");
	}
	function g(e, t) {
		return (t = Math.max(c[0], Math.min(c[1], t))) === e.k ? e : new ra(t, e.x, e.y);
	}
	function _(e, t, n) {
		var r = t[0] - n[0] * e.k, i = t[1] - n[1] * e.k;
		return r === e.x && i === e.y ? e : new ra(e.k, r, i);
	}
	function v(e) {
		return [(+e[0][0] + +e[1][0]) / 2, (+e[0][1] + +e[1][1]) / 2];
	}
	function y(e, t, n, r) {
		e.on("start.zoom", function() {
			b(this, arguments).event(r).start();
		}).on("interrupt.zoom end.zoom", function() {
			b(this, arguments).event(r).end();
		}).tween("zoom", function() {
			var e = this, a = arguments, o = b(e, a).event(r), s = i.apply(e, a), c = n == null ? v(s) : typeof n == "function" ? n.apply(e, a) : n, l = Math.max(s[1][0] - s[0][0], s[1][1] - s[0][1]), u = e.__zoom, f = typeof t == "function" ? t.apply(e, a) : t, p = d(u.invert(c).concat(l / u.k), f.invert(c).concat(l / f.k));
			return function(e) {
				if (e === 1) e = f;
				else {
					var t = p(e), n = l / t[2];
					e = new ra(n, c[0] - t[0] * n, c[1] - t[1] * n);
				}
				o.zoom(null, e);
			};
		});
	}
	function b(e, t, n) {
		return !n && e.__zooming || new x(e, t);
	}
	function x(e, t) {
		this.that = e, this.args = t, this.active = 0, this.sourceEvent = null, this.extent = i.apply(e, t), this.taps = 0;
	}
	function S(e, ...t) {
		if (r.apply(this, arguments)) {
			var n = b(this, t).event(e), i = this.__zoom, s = Math.max(c[0], Math.min(c[1], i.k * 2 ** o.apply(this, arguments))), u = dn(e);
			if (n.wheel) n.mouse[0][0] === u[0] && n.mouse[0][1] === u[1] || (n.mouse[1] = i.invert(n.mouse[0] = u)), clearTimeout(n.wheel);
			else {
				if (i.k === s) return;
				n.mouse = [u, i.invert(u)], Ai(this), n.start();
			}
			sa(e), n.wheel = setTimeout(function() {
				n.wheel = null, n.end();
			}, 150), n.zoom("mouse", a(_(g(i, s), n.mouse[0], n.mouse[1]), n.extent, l));
		}
	}
	function C(e, ...t) {
		if (!n && r.apply(this, arguments)) {
			var i = e.currentTarget, o = b(this, t, !0).event(e), s = cn(e.view).on("mousemove.zoom", function(e) {
				if (sa(e), !o.moved) {
					var t = e.clientX - u, n = e.clientY - d;
					o.moved = t * t + n * n > p;
				}
				o.event(e).zoom("mouse", a(_(o.that.__zoom, o.mouse[0] = dn(e, i), o.mouse[1]), o.extent, l));
			}, !0).on("mouseup.zoom", function(e) {
				s.on("mousemove.zoom mouseup.zoom", null), _n(e.view, o.moved), sa(e), o.event(e).end();
			}, !0), c = dn(e, i), u = e.clientX, d = e.clientY;
			gn(e.view), oa(e), o.mouse = [c, this.__zoom.invert(c)], Ai(this), o.start();
		}
	}
	function w(e, ...t) {
		if (r.apply(this, arguments)) {
			var n = this.__zoom, o = dn(e.changedTouches ? e.changedTouches[0] : e, this), s = n.invert(o), c = n.k * (e.shiftKey ? .5 : 2), d = a(_(g(n, c), o, s), i.apply(this, t), l);
			sa(e), u > 0 ? cn(this).transition().duration(u).call(y, d, o, e) : cn(this).call(h.transform, d, o, e);
		}
	}
	function T(n, ...i) {
		if (r.apply(this, arguments)) {
			var a, o, s, c, l = n.touches, u = l.length, d = b(this, i, n.changedTouches.length === u).event(n);
			for (oa(n), o = 0; o < u; ++o) c = [
				c = dn(s = l[o], this),
				this.__zoom.invert(c),
				s.identifier
			], d.touch0 ? d.touch1 || d.touch0[2] === c[2] || (d.touch1 = c, d.taps = 0) : (d.touch0 = c, a = !0, d.taps = 1 + !!e);
			e &&= clearTimeout(e), a && (d.taps < 2 && (t = c[0], e = setTimeout(function() {
				e = null;
			}, 500)), Ai(this), d.start());
		}
	}
	function E(e, ...t) {
		if (this.__zooming) {
			var n, r, i, o, s = b(this, t).event(e), c = e.changedTouches, u = c.length;
			for (sa(e), n = 0; n < u; ++n) i = dn(r = c[n], this), s.touch0 && s.touch0[2] === r.identifier ? s.touch0[0] = i : s.touch1 && s.touch1[2] === r.identifier && (s.touch1[0] = i);
			if (r = s.that.__zoom, s.touch1) {
				var d = s.touch0[0], f = s.touch0[1], p = s.touch1[0], m = s.touch1[1], h = (h = p[0] - d[0]) * h + (h = p[1] - d[1]) * h, v = (v = m[0] - f[0]) * v + (v = m[1] - f[1]) * v;
				r = g(r, Math.sqrt(h / v)), i = [(d[0] + p[0]) / 2, (d[1] + p[1]) / 2], o = [(f[0] + m[0]) / 2, (f[1] + m[1]) / 2];
			} else {
				if (!s.touch0) return;
				i = s.touch0[0], o = s.touch0[1];
			}
			s.zoom("touch", a(_(r, i, o), s.extent, l));
		}
	}
	function D(e, ...r) {
		if (this.__zooming) {
			var i, a, o = b(this, r).event(e), s = e.changedTouches, c = s.length;
			for (oa(e), n && clearTimeout(n), n = setTimeout(function() {
				n = null;
			}, 500), i = 0; i < c; ++i) a = s[i], o.touch0 && o.touch0[2] === a.identifier ? delete o.touch0 : o.touch1 && o.touch1[2] === a.identifier && delete o.touch1;
			if (o.touch1 && !o.touch0 && (o.touch0 = o.touch1, delete o.touch1), o.touch0) o.touch0[1] = this.__zoom.invert(o.touch0[0]);
			else if (o.end(), o.taps === 2 && (a = dn(a, this), Math.hypot(t[0] - a[0], t[1] - a[1]) < m)) {
				var l = cn(this).on("dblclick.zoom");
				l && l.apply(this, arguments);
			}
		}
	}
	return h.transform = function(e, t, n, r) {
		var i = e.selection ? e.selection() : e;
		i.property("__zoom", ua), e === i ? i.interrupt().each(function() {
			b(this, arguments).event(r).start().zoom(null, typeof t == "function" ? t.apply(this, arguments) : t).end();
		}) : y(e, t, n, r);
	}, h.scaleBy = function(e, t, n, r) {
		h.scaleTo(e, function() {
			return this.__zoom.k * (typeof t == "function" ? t.apply(this, arguments) : t);
		}, n, r);
	}, h.scaleTo = function(e, t, n, r) {
		h.transform(e, function() {
			var e = i.apply(this, arguments), r = this.__zoom, o = n == null ? v(e) : typeof n == "function" ? n.apply(this, arguments) : n, s = r.invert(o), c = typeof t == "function" ? t.apply(this, arguments) : t;
			return a(_(g(r, c), o, s), e, l);
		}, n, r);
	}, h.translateBy = function(e, t, n, r) {
		h.transform(e, function() {
			return a(this.__zoom.translate(typeof t == "function" ? t.apply(this, arguments) : t, typeof n == "function" ? n.apply(this, arguments) : n), i.apply(this, arguments), l);
		}, null, r);
	}, h.translateTo = function(e, t, n, r, o) {
		h.transform(e, function() {
			var e = i.apply(this, arguments), o = this.__zoom, s = r == null ? v(e) : typeof r == "function" ? r.apply(this, arguments) : r;
			return a(ia.translate(s[0], s[1]).scale(o.k).translate(typeof t == "function" ? -t.apply(this, arguments) : -t, typeof n == "function" ? -n.apply(this, arguments) : -n), e, l);
		}, r, o);
	}, x.prototype = {
		event: function(e) {
			return e && (this.sourceEvent = e), this;
		},
		start: function() {
			return ++this.active === 1 && (this.that.__zooming = this, this.emit("start")), this;
		},
		zoom: function(e, t) {
			return this.mouse && e !== "mouse" && (this.mouse[1] = t.invert(this.mouse[0])), this.touch0 && e !== "touch" && (this.touch0[1] = t.invert(this.touch0[0])), this.touch1 && e !== "touch" && (this.touch1[1] = t.invert(this.touch1[0])), this.that.__zoom = t, this.emit("zoom"), this;
		},
		end: function() {
			return --this.active === 0 && (delete this.that.__zooming, this.emit("end")), this;
		},
		emit: function(e) {
			var t = cn(this.that).datum();
			f.call(e, this.that, new na(e, {
				sourceEvent: this.sourceEvent,
				target: h,
				transform: this.that.__zoom,
				dispatch: f
			}), t);
		}
	}, h.wheelDelta = function(e) {
		return arguments.length ? (o = typeof e == "function" ? e : ta(+e), h) : o;
	}, h.filter = function(e) {
		return arguments.length ? (r = typeof e == "function" ? e : ta(!!e), h) : r;
	}, h.touchable = function(e) {
		return arguments.length ? (s = typeof e == "function" ? e : ta(!!e), h) : s;
	}, h.extent = function(e) {
		return arguments.length ? (i = typeof e == "function" ? e : ta([[+e[0][0], +e[0][1]], [+e[1][0], +e[1][1]]]), h) : i;
	}, h.scaleExtent = function(e) {
		return arguments.length ? (c[0] = +e[0], c[1] = +e[1], h) : [c[0], c[1]];
	}, h.translateExtent = function(e) {
		return arguments.length ? (l[0][0] = +e[0][0], l[1][0] = +e[1][0], l[0][1] = +e[0][1], l[1][1] = +e[1][1], h) : [[l[0][0], l[0][1]], [l[1][0], l[1][1]]];
	}, h.constrain = function(e) {
		return arguments.length ? (a = e, h) : a;
	}, h.duration = function(e) {
		return arguments.length ? (u = +e, h) : u;
	}, h.interpolate = function(e) {
		return arguments.length ? (d = e, h) : d;
	}, h.on = function() {
		var e = f.on.apply(f, arguments);
		return e === f ? h : e;
	}, h.clickDistance = function(e) {
		return arguments.length ? (p = (e = +e) * e, h) : Math.sqrt(p);
	}, h.tapDistance = function(e) {
		return arguments.length ? (m = +e, h) : m;
	}, h;
}
aa.prototype = ra.prototype;
var ha, ga, _a, va, ya, q, ba = [[-Infinity, -Infinity], [Infinity, Infinity]], xa = {
	"node.a11yDescription.default": "Press enter or space to select a node. Press delete to remove it and escape to cancel.",
	"node.a11yDescription.keyboardDisabled": "Press enter or space to select a node. You can then use the arrow keys to move the node around. Press delete to remove it and escape to cancel.",
	"node.a11yDescription.ariaLiveMessage": ({ direction: e, x: t, y: n }) => `Moved selected node ${e}. New position, x: ${t}, y: ${n}`,
	"edge.a11yDescription.default": "Press enter or space to select an edge. You can then press delete to remove it or escape to cancel.",
	"controls.ariaLabel": "Control Panel",
	"controls.zoomIn.ariaLabel": "Zoom In",
	"controls.zoomOut.ariaLabel": "Zoom Out",
	"controls.fitView.ariaLabel": "Fit View",
	"controls.interactive.ariaLabel": "Toggle Interactivity",
	"minimap.ariaLabel": "Mini Map",
	"handle.ariaLabel": "Handle"
};
(function(e) {
	e.Strict = "strict", e.Loose = "loose";
})(ha ||= {}), function(e) {
	e.Free = "free", e.Vertical = "vertical", e.Horizontal = "horizontal";
}(ga ||= {}), function(e) {
	e.Partial = "partial", e.Full = "full";
}(_a ||= {}), function(e) {
	e.Bezier = "default", e.Straight = "straight", e.Step = "step", e.SmoothStep = "smoothstep", e.SimpleBezier = "simplebezier";
}(va ||= {}), function(e) {
	e.Arrow = "arrow", e.ArrowClosed = "arrowclosed";
}(ya ||= {}), function(e) {
	e.Left = "left", e.Top = "top", e.Right = "right", e.Bottom = "bottom";
}(q ||= {});
var Sa = {
	[q.Left]: q.Right,
	[q.Right]: q.Left,
	[q.Top]: q.Bottom,
	[q.Bottom]: q.Top
}, Ca = (e) => "id" in e && "internals" in e && !("source" in e) && !("target" in e), wa = (e, t = [0, 0]) => {
	let { width: n, height: r } = Xa(e), i = e.origin ?? t, a = n * i[0], o = r * i[1];
	return {
		x: e.position.x - a,
		y: e.position.y - o
	};
}, Ta = (e, t = { nodeOrigin: [0, 0] }) => e.length === 0 ? {
	x: 0,
	y: 0,
	width: 0,
	height: 0
} : La(e.reduce((e, n) => {
	let r = typeof n == "string", i = t.nodeLookup || r ? void 0 : n;
	return t.nodeLookup && (i = r ? t.nodeLookup.get(n) : Ca(n) ? n : t.nodeLookup.get(n.id)), Fa(e, i ? za(i, t.nodeOrigin) : {
		x: 0,
		y: 0,
		x2: 0,
		y2: 0
	});
}, {
	x: 1 / 0,
	y: 1 / 0,
	x2: -1 / 0,
	y2: -1 / 0
})), Ea = (e, t = {}) => {
	let n = {
		x: 1 / 0,
		y: 1 / 0,
		x2: -1 / 0,
		y2: -1 / 0
	}, r = !1;
	return e.forEach((e) => {
		(t.filter === void 0 || t.filter(e)) && (n = Fa(n, za(e)), r = !0);
	}), r ? La(n) : {
		x: 0,
		y: 0,
		width: 0,
		height: 0
	};
}, Da = (e, t, [n, r, i] = [
	0,
	0,
	1
], a = !1, o = !1) => {
	let s = {
		...Wa(t, [
			n,
			r,
			i
		]),
		width: t.width / i,
		height: t.height / i
	}, c = [];
	for (let t of e.values()) {
		let { measured: e, selectable: n = !0, hidden: r = !1 } = t;
		if (o && !n || r) continue;
		let i = e.width ?? t.width ?? t.initialWidth ?? null, l = e.height ?? t.height ?? t.initialHeight ?? null, u = Va(s, Ra(t)), d = (i ?? 0) * (l ?? 0), f = a && u > 0;
		(!t.internals.handleBounds || f || u >= d || t.dragging) && c.push(t);
	}
	return c;
}, Oa = (e, t) => {
	let n = /* @__PURE__ */ new Set();
	return e.forEach((e) => {
		n.add(e.id);
	}), t.filter((e) => n.has(e.source) || n.has(e.target));
};
function ka({ nodeId: e, nextPosition: t, nodeLookup: n, nodeOrigin: r = [0, 0], nodeExtent: i, onError: a }) {
	let o = n.get(e), s = o.parentId ? n.get(o.parentId) : void 0, { x: c, y: l } = s ? s.internals.positionAbsolute : {
		x: 0,
		y: 0
	}, u = o.origin ?? r, d = o.extent || i;
	if (o.extent !== "parent" || o.expandParent) s && Ya(o.extent) && (d = [[o.extent[0][0] + c, o.extent[0][1] + l], [o.extent[1][0] + c, o.extent[1][1] + l]]);
	else if (s) {
		let e = s.measured.width, t = s.measured.height;
		e && t && (d = [[c, l], [c + e, l + t]]);
	} else a?.("005", "Only child nodes can use a parent extent.");
	let f = Ya(d) ? ja(t, d, o.measured) : t;
	return o.measured.width !== void 0 && o.measured.height !== void 0 || a?.("015", "It seems that you are trying to drag a node that is not initialized. Please use onNodesChange as explained in the docs."), {
		position: {
			x: f.x - c + (o.measured.width ?? 0) * u[0],
			y: f.y - l + (o.measured.height ?? 0) * u[1]
		},
		positionAbsolute: f
	};
}
var Aa = (e, t = 0, n = 1) => Math.min(Math.max(e, t), n), ja = (e = {
	x: 0,
	y: 0
}, t, n) => ({
	x: Aa(e.x, t[0][0], t[1][0] - (n?.width ?? 0)),
	y: Aa(e.y, t[0][1], t[1][1] - (n?.height ?? 0))
});
function Ma(e, t, n) {
	let { width: r, height: i } = Xa(n), { x: a, y: o } = n.internals.positionAbsolute;
	return ja(e, [[a, o], [a + r, o + i]], t);
}
var Na = (e, t, n) => e < t ? Aa(Math.abs(e - t), 1, t) / t : e > n ? -Aa(Math.abs(e - n), 1, t) / t : 0, Pa = (e, t, n = 15, r = 40) => [Na(e.x, r, t.width - r) * n, Na(e.y, r, t.height - r) * n], Fa = (e, t) => ({
	x: Math.min(e.x, t.x),
	y: Math.min(e.y, t.y),
	x2: Math.max(e.x2, t.x2),
	y2: Math.max(e.y2, t.y2)
}), Ia = ({ x: e, y: t, width: n, height: r }) => ({
	x: e,
	y: t,
	x2: e + n,
	y2: t + r
}), La = ({ x: e, y: t, x2: n, y2: r }) => ({
	x: e,
	y: t,
	width: n - e,
	height: r - t
}), Ra = (e, t = [0, 0]) => {
	let { x: n, y: r } = Ca(e) ? e.internals.positionAbsolute : wa(e, t);
	return {
		x: n,
		y: r,
		width: e.measured?.width ?? e.width ?? e.initialWidth ?? 0,
		height: e.measured?.height ?? e.height ?? e.initialHeight ?? 0
	};
}, za = (e, t = [0, 0]) => {
	let { x: n, y: r } = Ca(e) ? e.internals.positionAbsolute : wa(e, t);
	return {
		x: n,
		y: r,
		x2: n + (e.measured?.width ?? e.width ?? e.initialWidth ?? 0),
		y2: r + (e.measured?.height ?? e.height ?? e.initialHeight ?? 0)
	};
}, Ba = (e, t) => La(Fa(Ia(e), Ia(t))), Va = (e, t) => {
	let n = Math.max(0, Math.min(e.x + e.width, t.x + t.width) - Math.max(e.x, t.x)), r = Math.max(0, Math.min(e.y + e.height, t.y + t.height) - Math.max(e.y, t.y));
	return Math.ceil(n * r);
}, Ha = (e) => !isNaN(e) && isFinite(e), Ua = (e, t = [1, 1]) => ({
	x: t[0] * Math.round(e.x / t[0]),
	y: t[1] * Math.round(e.y / t[1])
}), Wa = ({ x: e, y: t }, [n, r, i], a = !1, o = [1, 1]) => {
	let s = {
		x: (e - n) / i,
		y: (t - r) / i
	};
	return a ? Ua(s, o) : s;
}, Ga = ({ x: e, y: t }, [n, r, i]) => ({
	x: e * i + n,
	y: t * i + r
});
function Ka(e, t) {
	if (typeof e == "number") return Math.floor(.5 * (t - t / (1 + e)));
	if (typeof e == "string" && e.endsWith("px")) {
		let t = parseFloat(e);
		if (!Number.isNaN(t)) return Math.floor(t);
	}
	if (typeof e == "string" && e.endsWith("%")) {
		let n = parseFloat(e);
		if (!Number.isNaN(n)) return Math.floor(t * n * .01);
	}
	return console.error(`[React Flow] The padding value "${e}" is invalid. Please provide a number or a string with a valid unit (px or %).`), 0;
}
var qa = (e, t, n, r, i, a) => {
	let o = function(e, t, n) {
		if (typeof e == "string" || typeof e == "number") {
			let r = Ka(e, n), i = Ka(e, t);
			return {
				top: r,
				right: i,
				bottom: r,
				left: i,
				x: 2 * i,
				y: 2 * r
			};
		}
		if (typeof e == "object") {
			let r = Ka(e.top ?? e.y ?? 0, n), i = Ka(e.bottom ?? e.y ?? 0, n), a = Ka(e.left ?? e.x ?? 0, t), o = Ka(e.right ?? e.x ?? 0, t);
			return {
				top: r,
				right: o,
				bottom: i,
				left: a,
				x: a + o,
				y: r + i
			};
		}
		return {
			top: 0,
			right: 0,
			bottom: 0,
			left: 0,
			x: 0,
			y: 0
		};
	}(a, t, n), s = (t - o.x) / e.width, c = (n - o.y) / e.height, l = Aa(Math.min(s, c), r, i), u = t / 2 - (e.x + e.width / 2) * l, d = n / 2 - (e.y + e.height / 2) * l, f = function(e, t, n, r, i, a) {
		let { x: o, y: s } = Ga(e, [
			t,
			n,
			r
		]), { x: c, y: l } = Ga({
			x: e.x + e.width,
			y: e.y + e.height
		}, [
			t,
			n,
			r
		]), u = i - c, d = a - l;
		return {
			left: Math.floor(o),
			top: Math.floor(s),
			right: Math.floor(u),
			bottom: Math.floor(d)
		};
	}(e, u, d, l, t, n), p = Math.min(f.left - o.left, 0), m = Math.min(f.top - o.top, 0);
	return {
		x: u - p + Math.min(f.right - o.right, 0),
		y: d - m + Math.min(f.bottom - o.bottom, 0),
		zoom: l
	};
}, Ja = () => typeof navigator < "u" && navigator?.userAgent?.indexOf("Mac") >= 0;
function Ya(e) {
	return e != null && e !== "parent";
}
function Xa(e) {
	return {
		width: e.measured?.width ?? e.width ?? e.initialWidth ?? 0,
		height: e.measured?.height ?? e.height ?? e.initialHeight ?? 0
	};
}
function Za(e) {
	return (e.measured?.width ?? e.width ?? e.initialWidth) !== void 0 && (e.measured?.height ?? e.height ?? e.initialHeight) !== void 0;
}
function Qa(e, t) {
	if (e.size !== t.size) return !1;
	for (let n of e) if (!t.has(n)) return !1;
	return !0;
}
function $a(e) {
	return {
		...xa,
		...e || {}
	};
}
function eo(e, { snapGrid: t = [0, 0], snapToGrid: n = !1, transform: r, containerBounds: i }) {
	let { x: a, y: o } = io(e), s = Wa({
		x: a - (i?.left ?? 0),
		y: o - (i?.top ?? 0)
	}, r), { x: c, y: l } = n ? Ua(s, t) : s;
	return {
		xSnapped: c,
		ySnapped: l,
		...s
	};
}
var to = (e) => ({
	width: e.offsetWidth,
	height: e.offsetHeight
}), no = (e) => e?.getRootNode?.() || window?.document, ro = (e) => "clientX" in e, io = (e, t) => {
	let n = ro(e), r = n ? e.clientX : e.touches?.[0].clientX, i = n ? e.clientY : e.touches?.[0].clientY;
	return {
		x: r - (t?.left ?? 0),
		y: i - (t?.top ?? 0)
	};
}, ao = (e, t, n, r, i) => {
	let a = t.querySelectorAll(`.${e}`);
	return a && a.length ? Array.from(a).map((t) => {
		let a = t.getBoundingClientRect();
		return {
			id: t.getAttribute("data-handleid"),
			type: e,
			nodeId: i,
			position: t.getAttribute("data-handlepos"),
			x: (a.left - n.left) / r,
			y: (a.top - n.top) / r,
			...to(t)
		};
	}) : null;
};
function oo({ sourceX: e, sourceY: t, targetX: n, targetY: r, sourceControlX: i, sourceControlY: a, targetControlX: o, targetControlY: s }) {
	let c = .125 * e + .375 * i + .375 * o + .125 * n, l = .125 * t + .375 * a + .375 * s + .125 * r;
	return [
		c,
		l,
		Math.abs(c - e),
		Math.abs(l - t)
	];
}
function so(e, t) {
	return e >= 0 ? .5 * e : 25 * t * Math.sqrt(-e);
}
function co({ pos: e, x1: t, y1: n, x2: r, y2: i, c: a }) {
	switch (e) {
		case q.Left: return [t - so(t - r, a), n];
		case q.Right: return [t + so(r - t, a), n];
		case q.Top: return [t, n - so(n - i, a)];
		case q.Bottom: return [t, n + so(i - n, a)];
	}
}
function lo({ sourceX: e, sourceY: t, sourcePosition: n = q.Bottom, targetX: r, targetY: i, targetPosition: a = q.Top, curvature: o = .25 }) {
	let [s, c] = co({
		pos: n,
		x1: e,
		y1: t,
		x2: r,
		y2: i,
		c: o
	}), [l, u] = co({
		pos: a,
		x1: r,
		y1: i,
		x2: e,
		y2: t,
		c: o
	}), [d, f, p, m] = oo({
		sourceX: e,
		sourceY: t,
		targetX: r,
		targetY: i,
		sourceControlX: s,
		sourceControlY: c,
		targetControlX: l,
		targetControlY: u
	});
	return [
		`M${e},${t} C${s},${c} ${l},${u} ${r},${i}`,
		d,
		f,
		p,
		m
	];
}
function uo({ sourceX: e, sourceY: t, targetX: n, targetY: r }) {
	let i = Math.abs(n - e) / 2, a = n < e ? n + i : n - i, o = Math.abs(r - t) / 2;
	return [
		a,
		r < t ? r + o : r - o,
		i,
		o
	];
}
function fo({ sourceNode: e, targetNode: t, width: n, height: r, transform: i }) {
	let a = Fa(za(e), za(t));
	return a.x === a.x2 && (a.x2 += 1), a.y === a.y2 && (a.y2 += 1), Va({
		x: -i[0] / i[2],
		y: -i[1] / i[2],
		width: n / i[2],
		height: r / i[2]
	}, La(a)) > 0;
}
var po = ({ source: e, sourceHandle: t, target: n, targetHandle: r }) => `xy-edge__${e}${t || ""}-${n}${r || ""}`, mo = {
	[q.Left]: {
		x: -1,
		y: 0
	},
	[q.Right]: {
		x: 1,
		y: 0
	},
	[q.Top]: {
		x: 0,
		y: -1
	},
	[q.Bottom]: {
		x: 0,
		y: 1
	}
}, ho = (e, t) => Math.sqrt((t.x - e.x) ** 2 + (t.y - e.y) ** 2);
function go(e, t, n, r) {
	let i = Math.min(ho(e, t) / 2, ho(t, n) / 2, r), { x: a, y: o } = t;
	if (e.x === a && a === n.x || e.y === o && o === n.y) return `L${a} ${o}`;
	if (e.y === o) return `L ${a + i * (e.x < n.x ? -1 : 1)},${o}Q ${a},${o} ${a},${o + i * (e.y < n.y ? 1 : -1)}`;
	let s = e.x < n.x ? 1 : -1;
	return `L ${a},${o + i * (e.y < n.y ? -1 : 1)}Q ${a},${o} ${a + i * s},${o}`;
}
function _o({ sourceX: e, sourceY: t, sourcePosition: n = q.Bottom, targetX: r, targetY: i, targetPosition: a = q.Top, borderRadius: o = 5, centerX: s, centerY: c, offset: l = 20, stepPosition: u = .5 }) {
	let [d, f, p, m, h] = function({ source: e, sourcePosition: t = q.Bottom, target: n, targetPosition: r = q.Top, center: i, offset: a, stepPosition: o }) {
		let s = mo[t], c = mo[r], l = {
			x: e.x + s.x * a,
			y: e.y + s.y * a
		}, u = {
			x: n.x + c.x * a,
			y: n.y + c.y * a
		}, d = (({ source: e, sourcePosition: t = q.Bottom, target: n }) => t === q.Left || t === q.Right ? e.x < n.x ? {
			x: 1,
			y: 0
		} : {
			x: -1,
			y: 0
		} : e.y < n.y ? {
			x: 0,
			y: 1
		} : {
			x: 0,
			y: -1
		})({
			source: l,
			sourcePosition: t,
			target: u
		}), f = d.x === 0 ? "y" : "x", p = d[f], m, h, g = [], _ = {
			x: 0,
			y: 0
		}, v = {
			x: 0,
			y: 0
		}, [, , y, b] = uo({
			sourceX: e.x,
			sourceY: e.y,
			targetX: n.x,
			targetY: n.y
		});
		if (s[f] * c[f] === -1) {
			f === "x" ? (m = i.x ?? l.x + (u.x - l.x) * o, h = i.y ?? (l.y + u.y) / 2) : (m = i.x ?? (l.x + u.x) / 2, h = i.y ?? l.y + (u.y - l.y) * o);
			let e = [{
				x: m,
				y: l.y
			}, {
				x: m,
				y: u.y
			}], t = [{
				x: l.x,
				y: h
			}, {
				x: u.x,
				y: h
			}];
			g = s[f] === p ? f === "x" ? e : t : f === "x" ? t : e;
		} else {
			let i = [{
				x: l.x,
				y: u.y
			}], o = [{
				x: u.x,
				y: l.y
			}];
			if (g = f === "x" ? s.x === p ? o : i : s.y === p ? i : o, t === r) {
				let t = Math.abs(e[f] - n[f]);
				if (t <= a) {
					let r = Math.min(a - 1, a - t);
					s[f] === p ? _[f] = (l[f] > e[f] ? -1 : 1) * r : v[f] = (u[f] > n[f] ? -1 : 1) * r;
				}
			}
			if (t !== r) {
				let e = f === "x" ? "y" : "x", t = s[f] === c[e], n = l[e] > u[e], r = l[e] < u[e];
				(s[f] === 1 && (!t && n || t && r) || s[f] !== 1 && (!t && r || t && n)) && (g = f === "x" ? i : o);
			}
			let d = {
				x: l.x + _.x,
				y: l.y + _.y
			}, y = {
				x: u.x + v.x,
				y: u.y + v.y
			};
			Math.max(Math.abs(d.x - g[0].x), Math.abs(y.x - g[0].x)) >= Math.max(Math.abs(d.y - g[0].y), Math.abs(y.y - g[0].y)) ? (m = (d.x + y.x) / 2, h = g[0].y) : (m = g[0].x, h = (d.y + y.y) / 2);
		}
		let x = {
			x: l.x + _.x,
			y: l.y + _.y
		}, S = {
			x: u.x + v.x,
			y: u.y + v.y
		};
		return [
			[
				e,
				...x.x !== g[0].x || x.y !== g[0].y ? [x] : [],
				...g,
				...S.x !== g[g.length - 1].x || S.y !== g[g.length - 1].y ? [S] : [],
				n
			],
			m,
			h,
			y,
			b
		];
	}({
		source: {
			x: e,
			y: t
		},
		sourcePosition: n,
		target: {
			x: r,
			y: i
		},
		targetPosition: a,
		center: {
			x: s,
			y: c
		},
		offset: l,
		stepPosition: u
	}), g = `M${d[0].x} ${d[0].y}`;
	for (let e = 1; e < d.length - 1; e++) g += go(d[e - 1], d[e], d[e + 1], o);
	return g += `L${d[d.length - 1].x} ${d[d.length - 1].y}`, [
		g,
		f,
		p,
		m,
		h
	];
}
function vo(e, t, n = q.Left, r = !1) {
	let i = (t?.x ?? 0) + e.internals.positionAbsolute.x, a = (t?.y ?? 0) + e.internals.positionAbsolute.y, { width: o, height: s } = t ?? Xa(e);
	if (r) return {
		x: i + o / 2,
		y: a + s / 2
	};
	switch (t?.position ?? n) {
		case q.Top: return {
			x: i + o / 2,
			y: a
		};
		case q.Right: return {
			x: i + o,
			y: a + s / 2
		};
		case q.Bottom: return {
			x: i + o / 2,
			y: a + s
		};
		case q.Left: return {
			x: i,
			y: a + s / 2
		};
	}
}
function yo(e, t) {
	return e ? typeof e == "string" ? e : `${t ? `${t}__` : ""}${Object.keys(e).sort().map((t) => `${t}=${e[t]}`).join("&")}` : "";
}
function bo(e, t, n, r, i) {
	let a = .5;
	i === "start" ? a = 0 : i === "end" && (a = 1);
	let o = [(e.x + e.width * a) * t.zoom + t.x, e.y * t.zoom + t.y - r], s = [-100 * a, -100];
	switch (n) {
		case q.Right:
			o = [(e.x + e.width) * t.zoom + t.x + r, (e.y + e.height * a) * t.zoom + t.y], s = [0, -100 * a];
			break;
		case q.Bottom:
			o[1] = (e.y + e.height) * t.zoom + t.y + r, s[1] = 0;
			break;
		case q.Left: o = [e.x * t.zoom + t.x - r, (e.y + e.height * a) * t.zoom + t.y], s = [-100, -100 * a];
	}
	return `translate(${o[0]}px, ${o[1]}px) translate(${s[0]}%, ${s[1]}%)`;
}
var xo = {
	nodeOrigin: [0, 0],
	nodeExtent: ba,
	elevateNodesOnSelect: !0,
	zIndexMode: "basic",
	defaults: {}
}, So = {
	...xo,
	checkEquality: !0
};
function Co(e, t) {
	let n = { ...e };
	for (let e in t) t[e] !== void 0 && (n[e] = t[e]);
	return n;
}
function wo(e, t) {
	if (!e.handles) return e.measured ? t?.internals.handleBounds : void 0;
	let n = [], r = [];
	for (let t of e.handles) {
		let i = {
			id: t.id,
			width: t.width ?? 1,
			height: t.height ?? 1,
			nodeId: e.id,
			x: t.x,
			y: t.y,
			position: t.position,
			type: t.type
		};
		t.type === "source" ? n.push(i) : t.type === "target" && r.push(i);
	}
	return {
		source: n,
		target: r
	};
}
function To(e) {
	return e === "manual";
}
function Eo(e, t, n, r, i) {
	let { elevateNodesOnSelect: a, nodeOrigin: o, nodeExtent: s, zIndexMode: c } = Co(xo, r), l = e.parentId, u = t.get(l);
	if (!u) return void console.warn(`Parent node ${l} not found. Please make sure that parent nodes are in front of their child nodes in the nodes array.`);
	(function(e, t) {
		if (!e.parentId) return;
		let n = t.get(e.parentId);
		n ? n.set(e.id, e) : t.set(e.parentId, /* @__PURE__ */ new Map([[e.id, e]]));
	})(e, n), i && !u.parentId && u.internals.rootParentIndex === void 0 && c === "auto" && (u.internals.rootParentIndex = ++i.i, u.internals.z = u.internals.z + 10 * i.i), i && u.internals.rootParentIndex !== void 0 && (i.i = u.internals.rootParentIndex);
	let { x: d, y: f, z: p } = function(e, t, n, r, i, a) {
		let { x: o, y: s } = t.internals.positionAbsolute, c = Xa(e), l = wa(e, n), u = Ya(e.extent) ? ja(l, e.extent, c) : l, d = ja({
			x: o + u.x,
			y: s + u.y
		}, r, c);
		e.extent === "parent" && (d = Ma(d, c, t));
		let f = Do(e, i, a), p = t.internals.z ?? 0;
		return {
			x: d.x,
			y: d.y,
			z: p >= f ? p + 1 : f
		};
	}(e, u, o, s, a && !To(c) ? 1e3 : 0, c), { positionAbsolute: m } = e.internals, h = d !== m.x || f !== m.y;
	(h || p !== e.internals.z) && t.set(e.id, {
		...e,
		internals: {
			...e.internals,
			positionAbsolute: h ? {
				x: d,
				y: f
			} : m,
			z: p
		}
	});
}
function Do(e, t, n) {
	let r = Ha(e.zIndex) ? e.zIndex : 0;
	return To(n) ? r : r + (e.selected ? t : 0);
}
function Oo(e, t, n, r = [0, 0]) {
	let i = [], a = /* @__PURE__ */ new Map();
	for (let n of e) {
		let e = t.get(n.parentId);
		if (!e) continue;
		let r = Ba(a.get(n.parentId)?.expandedRect ?? Ra(e), n.rect);
		a.set(n.parentId, {
			expandedRect: r,
			parent: e
		});
	}
	return a.size > 0 && a.forEach(({ expandedRect: t, parent: a }, o) => {
		let s = a.internals.positionAbsolute, c = Xa(a), l = a.origin ?? r, u = t.x < s.x ? Math.round(Math.abs(s.x - t.x)) : 0, d = t.y < s.y ? Math.round(Math.abs(s.y - t.y)) : 0, f = Math.max(c.width, Math.round(t.width)), p = Math.max(c.height, Math.round(t.height)), m = (f - c.width) * l[0], h = (p - c.height) * l[1];
		(u > 0 || d > 0 || m || h) && (i.push({
			id: o,
			type: "position",
			position: {
				x: a.position.x - u + m,
				y: a.position.y - d + h
			}
		}), n.get(o)?.forEach((t) => {
			e.some((e) => e.id === t.id) || i.push({
				id: t.id,
				type: "position",
				position: {
					x: t.position.x + u,
					y: t.position.y + d
				}
			});
		})), (c.width < t.width || c.height < t.height || u || d) && i.push({
			id: o,
			type: "dimensions",
			setAttributes: !0,
			dimensions: {
				width: f + (u ? l[0] * u - m : 0),
				height: p + (d ? l[1] * d - h : 0)
			}
		});
	}), i;
}
function ko(e, t) {
	if (!e.parentId) return !1;
	let n = t.get(e.parentId);
	return !!n && (!!n.selected || ko(n, t));
}
function Ao(e, t, n) {
	let r = e;
	do {
		if (r?.matches?.(t)) return !0;
		if (r === n) return !1;
		r = r?.parentElement;
	} while (r);
	return !1;
}
function jo({ nodeId: e, dragItems: t, nodeLookup: n, dragging: r = !0 }) {
	let i = [];
	for (let [e, a] of t) {
		let t = n.get(e)?.internals.userNode;
		t && i.push({
			...t,
			position: a.position,
			dragging: r
		});
	}
	if (!e) return [i[0], i];
	let a = n.get(e)?.internals.userNode;
	return [a ? {
		...a,
		position: t.get(e)?.position || a.position,
		dragging: r
	} : i[0], i];
}
function Mo(e, t, n, r, i, a = !1) {
	let o = r.get(e);
	if (!o) return null;
	let s = i === "strict" ? o.internals.handleBounds?.[t] : [...o.internals.handleBounds?.source ?? [], ...o.internals.handleBounds?.target ?? []], c = (n ? s?.find((e) => e.id === n) : s?.[0]) ?? null;
	return c && a ? {
		...c,
		...vo(o, c, c.position, !0)
	} : c;
}
function No(e, t) {
	return e || (t?.classList.contains("target") ? "target" : t?.classList.contains("source") ? "source" : null);
}
var Po = () => !0;
function Fo(e, { handle: t, connectionMode: n, fromNodeId: r, fromHandleId: i, fromType: a, doc: o, lib: s, flowId: c, isValidConnection: l = Po, nodeLookup: u }) {
	let d = a === "target", f = t ? o.querySelector(`.${s}-flow__handle[data-id="${c}-${t?.nodeId}-${t?.id}-${t?.type}"]`) : null, { x: p, y: m } = io(e), h = o.elementFromPoint(p, m), g = h?.classList.contains(`${s}-flow__handle`) ? h : f, _ = {
		handleDomNode: g,
		isValid: !1,
		connection: null,
		toHandle: null
	};
	if (g) {
		let e = No(void 0, g), t = g.getAttribute("data-nodeid"), a = g.getAttribute("data-handleid"), o = g.classList.contains("connectable"), s = g.classList.contains("connectableend");
		if (!t || !e) return _;
		let c = {
			source: d ? t : r,
			sourceHandle: d ? a : i,
			target: d ? r : t,
			targetHandle: d ? i : a
		};
		_.connection = c, _.isValid = o && s && (n === ha.Strict ? d && e === "source" || !d && e === "target" : t !== r || a !== i) && l(c), _.toHandle = Mo(t, e, a, u, n, !0);
	}
	return _;
}
var Io, Lo = function(e, { connectionMode: t, connectionRadius: n, handleId: r, nodeId: i, edgeUpdaterType: a, isTarget: o, domNode: s, nodeLookup: c, lib: l, autoPanOnConnect: u, flowId: d, panBy: f, cancelConnection: p, onConnectStart: m, onConnect: h, onConnectEnd: g, isValidConnection: _ = Po, onReconnectEnd: v, updateConnection: y, getTransform: b, getFromHandle: x, autoPanSpeed: S, dragThreshold: C = 1, handleDomNode: w }) {
	let T = no(e.target), E, D = 0, { x: ee, y: O } = io(e), k = No(a, w), A = s?.getBoundingClientRect(), j = !1;
	if (!A || !k) return;
	let M = Mo(i, k, r, c, t);
	if (!M) return;
	let N = io(e, A), P = !1, F = null, I = !1, te = null;
	function L() {
		if (!u || !A) return;
		let [e, t] = Pa(N, A, S);
		f({
			x: e,
			y: t
		}), D = requestAnimationFrame(L);
	}
	let R = {
		...M,
		nodeId: i,
		type: k,
		position: M.position
	}, z = c.get(i), B = {
		inProgress: !0,
		isValid: null,
		from: vo(z, R, q.Left, !0),
		fromHandle: R,
		fromPosition: R.position,
		fromNode: z,
		to: N,
		toHandle: null,
		toPosition: Sa[R.position],
		toNode: null,
		pointer: N
	};
	function V() {
		j = !0, y(B), m?.(e, {
			nodeId: i,
			handleId: r,
			handleType: k
		});
	}
	function H(e) {
		if (!j) {
			let { x: t, y: n } = io(e), r = t - ee, i = n - O;
			if (!(r * r + i * i > C * C)) return;
			V();
		}
		if (!x() || !R) return void ne(e);
		let a = b();
		N = io(e, A), E = function(e, t, n, r) {
			let i = [], a = 1 / 0, o = function(e, t, n) {
				let r = [], i = {
					x: e.x - n,
					y: e.y - n,
					width: 2 * n,
					height: 2 * n
				};
				for (let e of t.values()) Va(i, Ra(e)) > 0 && r.push(e);
				return r;
			}(e, n, t + 250);
			for (let n of o) {
				let o = [...n.internals.handleBounds?.source ?? [], ...n.internals.handleBounds?.target ?? []];
				for (let s of o) {
					if (r.nodeId === s.nodeId && r.type === s.type && r.id === s.id) continue;
					let { x: o, y: c } = vo(n, s, s.position, !0), l = Math.sqrt((o - e.x) ** 2 + (c - e.y) ** 2);
					l > t || (l < a ? (i = [{
						...s,
						x: o,
						y: c
					}], a = l) : l === a && i.push({
						...s,
						x: o,
						y: c
					}));
				}
			}
			if (!i.length) return null;
			if (i.length > 1) {
				let e = r.type === "source" ? "target" : "source";
				return i.find((t) => t.type === e) ?? i[0];
			}
			return i[0];
		}(Wa(N, a, !1, [1, 1]), n, c, R), P ||= (L(), !0);
		let s = Fo(e, {
			handle: E,
			connectionMode: t,
			fromNodeId: i,
			fromHandleId: r,
			fromType: o ? "target" : "source",
			isValidConnection: _,
			doc: T,
			lib: l,
			flowId: d,
			nodeLookup: c
		});
		te = s.handleDomNode, F = s.connection, I = function(e, t) {
			let n = null;
			return t ? n = !0 : e && !t && (n = !1), n;
		}(!!E, s.isValid);
		let u = c.get(i), f = u ? vo(u, R, q.Left, !0) : B.from, p = {
			...B,
			from: f,
			isValid: I,
			to: s.toHandle && I ? Ga({
				x: s.toHandle.x,
				y: s.toHandle.y
			}, a) : N,
			toHandle: s.toHandle,
			toPosition: I && s.toHandle ? s.toHandle.position : Sa[R.position],
			toNode: s.toHandle ? c.get(s.toHandle.nodeId) : null,
			pointer: N
		};
		y(p), B = p;
	}
	function ne(e) {
		if (!("touches" in e && e.touches.length > 0)) {
			if (j) {
				(E || te) && F && I && h?.(F);
				let { inProgress: t, ...n } = B, r = {
					...n,
					toPosition: B.toHandle ? B.toPosition : null
				};
				g?.(e, r), a && v?.(e, r);
			}
			p(), cancelAnimationFrame(D), P = !1, I = !1, F = null, te = null, T.removeEventListener("mousemove", H), T.removeEventListener("mouseup", ne), T.removeEventListener("touchmove", H), T.removeEventListener("touchend", ne);
		}
	}
	C === 0 && V(), T.addEventListener("mousemove", H), T.addEventListener("mouseup", ne), T.addEventListener("touchmove", H), T.addEventListener("touchend", ne);
}, Ro = (e) => ({
	x: e.x,
	y: e.y,
	zoom: e.k
}), zo = ({ x: e, y: t, zoom: n }) => ia.translate(e, t).scale(n), Bo = (e, t) => e.target.closest(`.${t}`), Vo = (e, t) => t === 2 && Array.isArray(e) && e.includes(2), Ho = (e) => ((e *= 2) <= 1 ? e * e * e : (e -= 2) * e * e + 2) / 2, Uo = (e, t = 0, n = Ho, r = () => {}) => {
	let i = typeof t == "number" && t > 0;
	return i || r(), i ? e.transition().duration(t).ease(n).on("end", r) : e;
}, Wo = (e) => {
	let t = e.ctrlKey && Ja() ? 10 : 1;
	return -e.deltaY * (e.deltaMode === 1 ? .05 : e.deltaMode ? 1 : .002) * t;
};
function Go({ domNode: e, minZoom: t, maxZoom: n, translateExtent: r, viewport: i, onPanZoom: a, onPanZoomStart: o, onPanZoomEnd: s, onDraggingChange: c }) {
	let l = {
		isZoomingOrPanning: !1,
		usedRightMouseButton: !1,
		prevViewport: {
			x: 0,
			y: 0,
			zoom: 0
		},
		mouseButton: 0,
		timerId: void 0,
		panScrollTimeout: void 0,
		isPanScrolling: !1
	}, u = e.getBoundingClientRect(), d = ma().scaleExtent([t, n]).translateExtent(r), f = cn(e).call(d);
	_({
		x: i.x,
		y: i.y,
		zoom: Aa(i.zoom, t, n)
	}, [[0, 0], [u.width, u.height]], r);
	let p = f.on("wheel.zoom"), m = f.on("dblclick.zoom");
	function h(e, t) {
		return f ? new Promise((n) => {
			d?.interpolate(t?.interpolate === "linear" ? Kr : ti).transform(Uo(f, t?.duration, t?.ease, () => n(!0)), e);
		}) : Promise.resolve(!1);
	}
	function g() {
		d.on("zoom", null);
	}
	async function _(e, t, n) {
		let r = zo(e), i = d?.constrain()(r, t, n);
		return i && await h(i), new Promise((e) => e(i));
	}
	return d.wheelDelta(Wo), {
		update: function({ noWheelClassName: e, noPanClassName: t, onPaneContextMenu: n, userSelectionActive: r, panOnScroll: i, panOnDrag: u, panOnScrollMode: h, panOnScrollSpeed: _, preventScrolling: v, zoomOnPinch: y, zoomOnScroll: b, zoomOnDoubleClick: x, zoomActivationKeyPressed: S, lib: C, onTransformChange: w, connectionInProgress: T, paneClickDistance: E, selectionOnDrag: D }) {
			r && !l.isZoomingOrPanning && g();
			let ee = i && !S && !r;
			d.clickDistance(D ? 1 / 0 : !Ha(E) || E < 0 ? 0 : E);
			let O = ee ? function({ zoomPanValues: e, noWheelClassName: t, d3Selection: n, d3Zoom: r, panOnScrollMode: i, panOnScrollSpeed: a, zoomOnPinch: o, onPanZoomStart: s, onPanZoom: c, onPanZoomEnd: l }) {
				return (u) => {
					if (Bo(u, t)) return u.ctrlKey && u.preventDefault(), !1;
					u.preventDefault(), u.stopImmediatePropagation();
					let d = n.property("__zoom").k || 1;
					if (u.ctrlKey && o) {
						let e = dn(u), t = d * 2 ** Wo(u);
						r.scaleTo(n, t, e, u);
						return;
					}
					let f = u.deltaMode === 1 ? 20 : 1, p = i === ga.Vertical ? 0 : u.deltaX * f, m = i === ga.Horizontal ? 0 : u.deltaY * f;
					!Ja() && u.shiftKey && i !== ga.Vertical && (p = u.deltaY * f, m = 0), r.translateBy(n, -p / d * a, -m / d * a, { internal: !0 });
					let h = Ro(n.property("__zoom"));
					clearTimeout(e.panScrollTimeout), e.isPanScrolling ? (c?.(u, h), e.panScrollTimeout = setTimeout(() => {
						l?.(u, h), e.isPanScrolling = !1;
					}, 150)) : (e.isPanScrolling = !0, s?.(u, h));
				};
			}({
				zoomPanValues: l,
				noWheelClassName: e,
				d3Selection: f,
				d3Zoom: d,
				panOnScrollMode: h,
				panOnScrollSpeed: _,
				zoomOnPinch: y,
				onPanZoomStart: o,
				onPanZoom: a,
				onPanZoomEnd: s
			}) : function({ noWheelClassName: e, preventScrolling: t, d3ZoomHandler: n }) {
				return function(r, i) {
					let a = r.type === "wheel", o = !t && a && !r.ctrlKey, s = Bo(r, e);
					if (r.ctrlKey && a && s && r.preventDefault(), o || s) return null;
					r.preventDefault(), n.call(this, r, i);
				};
			}({
				noWheelClassName: e,
				preventScrolling: v,
				d3ZoomHandler: p
			});
			if (f.on("wheel.zoom", O, { passive: !1 }), !r) {
				let e = function({ zoomPanValues: e, onDraggingChange: t, onPanZoomStart: n }) {
					return (r) => {
						if (r.sourceEvent?.internal) return;
						let i = Ro(r.transform);
						e.mouseButton = r.sourceEvent?.button || 0, e.isZoomingOrPanning = !0, e.prevViewport = i, r.sourceEvent?.type === "mousedown" && t(!0), n && n?.(r.sourceEvent, i);
					};
				}({
					zoomPanValues: l,
					onDraggingChange: c,
					onPanZoomStart: o
				});
				d.on("start", e);
				let t = function({ zoomPanValues: e, panOnDrag: t, onPaneContextMenu: n, onTransformChange: r, onPanZoom: i }) {
					return (a) => {
						e.usedRightMouseButton = !(!n || !Vo(t, e.mouseButton ?? 0)), a.sourceEvent?.sync || r([
							a.transform.x,
							a.transform.y,
							a.transform.k
						]), i && !a.sourceEvent?.internal && i?.(a.sourceEvent, Ro(a.transform));
					};
				}({
					zoomPanValues: l,
					panOnDrag: u,
					onPaneContextMenu: !!n,
					onPanZoom: a,
					onTransformChange: w
				});
				d.on("zoom", t);
				let r = function({ zoomPanValues: e, panOnDrag: t, panOnScroll: n, onDraggingChange: r, onPanZoomEnd: i, onPaneContextMenu: a }) {
					return (o) => {
						if (!o.sourceEvent?.internal && (e.isZoomingOrPanning = !1, a && Vo(t, e.mouseButton ?? 0) && !e.usedRightMouseButton && o.sourceEvent && a(o.sourceEvent), e.usedRightMouseButton = !1, r(!1), i)) {
							let t = Ro(o.transform);
							e.prevViewport = t, clearTimeout(e.timerId), e.timerId = setTimeout(() => {
								i?.(o.sourceEvent, t);
							}, n ? 150 : 0);
						}
					};
				}({
					zoomPanValues: l,
					panOnDrag: u,
					panOnScroll: i,
					onPaneContextMenu: n,
					onPanZoomEnd: s,
					onDraggingChange: c
				});
				d.on("end", r);
			}
			let k = function({ zoomActivationKeyPressed: e, zoomOnScroll: t, zoomOnPinch: n, panOnDrag: r, panOnScroll: i, zoomOnDoubleClick: a, userSelectionActive: o, noWheelClassName: s, noPanClassName: c, lib: l, connectionInProgress: u }) {
				return (d) => {
					let f = e || t, p = n && d.ctrlKey, m = d.type === "wheel";
					if (d.button === 1 && d.type === "mousedown" && (Bo(d, `${l}-flow__node`) || Bo(d, `${l}-flow__edge`))) return !0;
					if (!(r || f || i || a || n) || o || u && !m || Bo(d, s) && m || Bo(d, c) && (!m || i && m && !e) || !n && d.ctrlKey && m) return !1;
					if (!n && d.type === "touchstart" && d.touches?.length > 1) return d.preventDefault(), !1;
					if (!f && !i && !p && m || !r && (d.type === "mousedown" || d.type === "touchstart") || Array.isArray(r) && !r.includes(d.button) && d.type === "mousedown") return !1;
					let h = Array.isArray(r) && r.includes(d.button) || !d.button || d.button <= 1;
					return (!d.ctrlKey || m) && h;
				};
			}({
				zoomActivationKeyPressed: S,
				panOnDrag: u,
				zoomOnScroll: b,
				panOnScroll: i,
				zoomOnDoubleClick: x,
				zoomOnPinch: y,
				userSelectionActive: r,
				noPanClassName: t,
				noWheelClassName: e,
				lib: C,
				connectionInProgress: T
			});
			d.filter(k), x ? f.on("dblclick.zoom", m) : f.on("dblclick.zoom", null);
		},
		destroy: g,
		setViewport: async function(e, t) {
			let n = zo(e);
			return await h(n, t), new Promise((e) => e(n));
		},
		setViewportConstrained: _,
		getViewport: function() {
			let e = f ? aa(f.node()) : {
				x: 0,
				y: 0,
				k: 1
			};
			return {
				x: e.x,
				y: e.y,
				zoom: e.k
			};
		},
		scaleTo: function(e, t) {
			return f ? new Promise((n) => {
				d?.interpolate(t?.interpolate === "linear" ? Kr : ti).scaleTo(Uo(f, t?.duration, t?.ease, () => n(!0)), e);
			}) : Promise.resolve(!1);
		},
		scaleBy: function(e, t) {
			return f ? new Promise((n) => {
				d?.interpolate(t?.interpolate === "linear" ? Kr : ti).scaleBy(Uo(f, t?.duration, t?.ease, () => n(!0)), e);
			}) : Promise.resolve(!1);
		},
		setScaleExtent: function(e) {
			d?.scaleExtent(e);
		},
		setTranslateExtent: function(e) {
			d?.translateExtent(e);
		},
		syncViewport: function(e) {
			if (f) {
				let t = zo(e), n = f.property("__zoom");
				n.k === e.zoom && n.x === e.x && n.y === e.y || d?.transform(f, t, null, { sync: !0 });
			}
		},
		setClickDistance: function(e) {
			let t = !Ha(e) || e < 0 ? 0 : e;
			d?.clickDistance(t);
		}
	};
}
(function(e) {
	e.Line = "line", e.Handle = "handle";
})(Io ||= {});
var Ko = /* @__PURE__ */ new WeakMap(), qo = typeof window < "u" && typeof document < "u", Jo = Object.prototype.toString;
function Yo(e, t = !1, n = "Timeout") {
	return new Promise((r, i) => {
		t ? setTimeout(i, e, n) : setTimeout(r, e);
	});
}
function Xo(e) {
	return e.endsWith("rem") ? 16 * Number.parseFloat(e) : Number.parseFloat(e);
}
function Zo(e) {
	return Array.isArray(e) ? e : [e];
}
function Qo(e, t = !1) {
	function n(n, { flush: r = "sync", deep: i = !1, timeout: a, throwOnTimeout: o } = {}) {
		let s = null, c = [new Promise((a) => {
			s = G(e, (e) => {
				n(e) !== t && (s ? s() : C(() => s?.()), a(e));
			}, {
				flush: r,
				deep: i,
				immediate: !0
			});
		})];
		return a != null && c.push(Yo(a, o).then(() => U(e)).finally(() => s?.())), Promise.race(c);
	}
	function r(r, i) {
		if (!y(r)) return n((e) => e === r, i);
		let { flush: a = "sync", deep: o = !1, timeout: s, throwOnTimeout: c } = i ?? {}, l = null, u = [new Promise((n) => {
			l = G([e, r], ([e, r]) => {
				t !== (e === r) && (l ? l() : C(() => l?.()), n(e));
			}, {
				flush: a,
				deep: o,
				immediate: !0
			});
		})];
		return s != null && u.push(Yo(s, c).then(() => U(e)).finally(() => (l?.(), U(e)))), Promise.race(u);
	}
	function i(e) {
		return a(1, e);
	}
	function a(e = 1, t) {
		let r = -1;
		return n(() => (r += 1, r >= e), t);
	}
	return Array.isArray(U(e)) ? {
		toMatch: n,
		toContains: function(e, t) {
			return n((t) => {
				let n = Array.from(t);
				return n.includes(e) || n.includes(U(e));
			}, t);
		},
		changed: i,
		changedTimes: a,
		get not() {
			return Qo(e, !t);
		}
	} : {
		toMatch: n,
		toBe: r,
		toBeTruthy: function(e) {
			return n((e) => !!e, e);
		},
		toBeNull: function(e) {
			return r(null, e);
		},
		toBeNaN: function(e) {
			return n(Number.isNaN, e);
		},
		toBeUndefined: function(e) {
			return r(void 0, e);
		},
		changed: i,
		changedTimes: a,
		get not() {
			return Qo(e, !t);
		}
	};
}
function $o(e) {
	return Qo(e);
}
var es = qo ? window : void 0;
function ts(...e) {
	let t = n(() => {
		let t = Zo(U(e[0])).filter((e) => e != null);
		return t.every((e) => typeof e != "string") ? t : void 0;
	});
	return r = ([e, t, n, r], i, a) => {
		if (!e?.length || !t?.length || !n?.length) return;
		let o = (s = r, Jo.call(s) === "[object Object]" ? { ...r } : r);
		var s;
		let c = e.flatMap((e) => t.flatMap((t) => n.map((n) => ((e, t, n, r) => (e.addEventListener(t, n, r), () => e.removeEventListener(t, n, r)))(e, t, n, o))));
		a(() => {
			c.forEach((e) => e());
		});
	}, i = { flush: "post" }, G(() => [
		t.value?.map((e) => function(e) {
			let t = U(e);
			return t?.$el ?? t;
		}(e)) ?? [es].filter((e) => e != null),
		Zo(U(t.value ? e[1] : e[0])),
		Zo(W(t.value ? e[2] : e[1])),
		U(t.value ? e[3] : e[2])
	], r, {
		...i,
		immediate: !0
	});
	var r, i;
}
function ns(e) {
	let t = function() {
		let e = z(!1), t = f();
		return t && O(() => {
			e.value = !0;
		}, t), e;
	}();
	return n(() => (t.value, !!e()));
}
function rs(...e) {
	let t, n, r = {};
	e.length === 3 ? (t = e[0], n = e[1], r = e[2]) : e.length === 2 ? typeof e[1] == "object" ? (t = !0, n = e[0], r = e[1]) : (t = e[0], n = e[1]) : (t = !0, n = e[0]);
	let { target: i = es, eventName: a = "keydown", passive: o = !1, dedupe: s = !1 } = r, c = typeof (l = t) == "function" ? l : typeof l == "string" ? (e) => e.key === l : Array.isArray(l) ? (e) => l.includes(e.key) : () => !0;
	var l;
	return ts(i, a, (e) => {
		e.repeat && U(s) || c(e) && n(e);
	}, o);
}
qo && window.document, qo && window.navigator, qo && window.location;
var is = Symbol("vueuse-ssr-width");
function as() {
	let e = g() ? ((...e) => {
		let t = e[0], n = f()?.proxy ?? p();
		if (n == null && !g()) throw Error("injectLocal must be called in setup");
		return n && Ko.has(n) && t in Ko.get(n) ? Ko.get(n)[t] : _(...e);
	})(is, null) : null;
	return typeof e == "number" ? e : void 0;
}
var os = Symbol("vueFlow"), ss = Symbol("vueFlowState"), cs = Symbol("nodeId"), ls = Symbol("nodeRef"), us = Symbol("edgeId"), ds = Symbol("edgeRef"), fs = Symbol("slots"), ps = {
	MISSING_STYLES: () => "It seems that you haven't loaded the necessary styles. Please import '@vue-flow/core/dist/style.css' to ensure that the graph is rendered correctly",
	MISSING_VIEWPORT_DIMENSIONS: () => "The Vue Flow parent container needs a width and a height to render the graph",
	NODE_INVALID: (e) => `Node is invalid\nNode id: ${e}`,
	NODE_NOT_FOUND: (e) => `Node not found\nNode id: ${e}`,
	NODE_MISSING_PARENT: (e, t) => `Node is missing a parent\nNode id: ${e}\nParent id: ${t}`,
	NODE_TYPE_MISSING: (e) => `Node type is missing\nType: ${e}`,
	NODE_EXTENT_INVALID: (e) => `Only child nodes can use a parent extent\nNode id: ${e}`,
	EDGE_INVALID: (e) => `An edge needs a source and a target\nEdge id: ${e}`,
	EDGE_SOURCE_MISSING: (e, t) => `Edge source is missing\nEdge id: ${e} \nSource id: ${t}`,
	EDGE_TARGET_MISSING: (e, t) => `Edge target is missing\nEdge id: ${e} \nTarget id: ${t}`,
	EDGE_TYPE_MISSING: (e) => `Edge type is missing\nType: ${e}`,
	EDGE_SOURCE_TARGET_MISSING: (e, t, n) => `Edge source or target is missing\nEdge id: ${e} \nSource id: ${t} \nTarget id: ${n}`,
	EDGE_NOT_FOUND: (e) => `Edge not found\nEdge id: ${e}`,
	USE_VUE_FLOW_OUTSIDE_PROVIDER: () => "useVueFlow() was called without a <VueFlow> or <VueFlowProvider> ancestor (or outside a component setup). Render one of them above the call, or wrap your components in <VueFlowProvider> to share a store."
}, J = class extends Error {
	constructor(e, ...t) {
		super(ps[e]?.(...t)), this.name = "VueFlowError", this.code = e, this.args = t;
	}
};
function Y() {
	let e = _(os, null);
	if (!e) throw new J("USE_VUE_FLOW_OUTSIDE_PROVIDER");
	return e;
}
var ms = function({ dimensions: e, size: t, color: n }) {
	return h("path", {
		stroke: n,
		"stroke-width": t,
		d: `M${e[0] / 2} 0 V${e[1]} M0 ${e[1] / 2} H${e[0]}`
	});
}, hs = function({ radius: e, color: t }) {
	return h("circle", {
		cx: e,
		cy: e,
		r: e,
		fill: t
	});
}, gs = {
	lines: "#eee",
	dots: "#91919a"
}, X = (e, t) => {
	let n = e.__vccOpts || e;
	for (let [e, r] of t) n[e] = r;
	return n;
}, _s = u({
	name: "Background",
	compatConfig: { MODE: 3 },
	props: {
		id: {
			type: String,
			required: !1
		},
		variant: {
			type: String,
			required: !1,
			default: "dots"
		},
		gap: {
			type: [Number, Array],
			required: !1,
			default: 20
		},
		size: {
			type: Number,
			required: !1,
			default: 1
		},
		lineWidth: {
			type: Number,
			required: !1,
			default: 1
		},
		color: {
			type: String,
			required: !1
		},
		x: {
			type: Number,
			required: !1,
			default: 0
		},
		y: {
			type: Number,
			required: !1,
			default: 0
		},
		offset: {
			type: [Number, Array],
			required: !1,
			default: 0
		}
	},
	setup(e, { expose: t }) {
		t();
		let r = e, { id: i, viewport: a } = Y(), o = {
			props: r,
			vueFlowId: i,
			viewport: a,
			background: n(() => {
				let { gap: e, offset: t, size: n } = r, i = a.value.zoom, [o, s] = Array.isArray(e) ? e : [e, e], c = [o * i || 1, s * i || 1], l = n * i, [u, d] = Array.isArray(t) ? t : [t, t];
				return {
					scaledGap: c,
					offset: [u * i || 1 + c[0] / 2, d * i || 1 + c[1] / 2],
					size: l
				};
			}),
			patternId: n(() => `pattern-${i}${r.id ? `-${r.id}` : ""}`),
			patternColor: n(() => r.color || gs[r.variant || "dots"]),
			get DotPattern() {
				return hs;
			},
			get LinePattern() {
				return ms;
			}
		};
		return Object.defineProperty(o, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), o;
	}
}), vs = { class: "vue-flow__background vue-flow__container" }, ys = [
	"id",
	"x",
	"y",
	"width",
	"height",
	"patternTransform"
], bs = [
	"x",
	"y",
	"fill"
], xs = X(_s, [["render", function(e, t, n, s, c, l) {
	return j(), a("svg", vs, [
		I(e.$slots, "pattern-container", { id: s.patternId }, () => [o("pattern", {
			id: s.patternId,
			x: s.viewport.x % s.background.scaledGap[0],
			y: s.viewport.y % s.background.scaledGap[1],
			width: s.background.scaledGap[0],
			height: s.background.scaledGap[1],
			patternTransform: `translate(-${s.background.offset[0]},-${s.background.offset[1]})`,
			patternUnits: "userSpaceOnUse"
		}, [I(e.$slots, "pattern", {}, () => [n.variant === "lines" ? (j(), r(s.LinePattern, {
			key: 0,
			size: n.lineWidth,
			color: s.patternColor,
			dimensions: s.background.scaledGap
		}, null, 8, [
			"size",
			"color",
			"dimensions"
		])) : n.variant === "dots" ? (j(), r(s.DotPattern, {
			key: 1,
			color: s.patternColor,
			radius: s.background.size / 2
		}, null, 8, ["color", "radius"])) : i("v-if", !0)])], 8, ys)]),
		o("rect", {
			x: n.x,
			y: n.y,
			width: "100%",
			height: "100%",
			fill: `url(#${s.patternId})`
		}, null, 8, bs),
		I(e.$slots, "default", { id: s.patternId })
	]);
}], ["__file", ""]]);
function Ss(e) {
	return ne(e);
}
function Cs(e) {
	let { panBy: t, getInternalNode: n, removeSelectedNodes: r, removeSelectedEdges: i, updateNodePositions: a, getNodes: o, getEdges: s } = Y(), c = $(), { nodeLookup: l } = c, { onStart: u, onDrag: d, onStop: f, onClick: p, el: m, disabled: h, id: g, selectable: _, dragHandle: v } = e, y = z(!1);
	return ce((e) => {
		let b = m.value;
		if (!b || U(h)) return;
		let x = !1, S = {
			x: 0,
			y: 0
		}, C = function({ onNodeMouseDown: e, getStoreItems: t, onDragStart: n, onDrag: r, onDragStop: i }) {
			let a = {
				x: null,
				y: null
			}, o = 0, s = /* @__PURE__ */ new Map(), c = !1, l = {
				x: 0,
				y: 0
			}, u = null, d = !1, f = null, p = !1, m = !1, h = null;
			return {
				update: function({ noDragClassName: g, handleSelector: _, domNode: v, isSelectable: y, nodeId: b, nodeClickDistance: x = 0 }) {
					function S({ x: e, y: n }) {
						let { nodeLookup: i, nodeExtent: o, snapGrid: c, snapToGrid: l, nodeOrigin: u, onNodeDrag: d, onSelectionDrag: f, onError: p, updateNodePositions: g } = t();
						a = {
							x: e,
							y: n
						};
						let _ = !1, v = s.size > 1, y = v && o ? Ia(Ea(s)) : null, x = v && l ? function({ dragItems: e, snapGrid: t, x: n, y: r }) {
							let i = e.values().next().value;
							if (!i) return null;
							let a = {
								x: n - i.distance.x,
								y: r - i.distance.y
							}, o = Ua(a, t);
							return {
								x: o.x - a.x,
								y: o.y - a.y
							};
						}({
							dragItems: s,
							snapGrid: c,
							x: e,
							y: n
						}) : null;
						for (let [t, r] of s) {
							if (!i.has(t)) continue;
							let a = {
								x: e - r.distance.x,
								y: n - r.distance.y
							};
							l && (a = x ? {
								x: Math.round(a.x + x.x),
								y: Math.round(a.y + x.y)
							} : Ua(a, c));
							let s = null;
							if (v && o && !r.extent && y) {
								let { positionAbsolute: e } = r.internals, t = e.x - y.x + o[0][0], n = e.x + r.measured.width - y.x2 + o[1][0];
								s = [[t, e.y - y.y + o[0][1]], [n, e.y + r.measured.height - y.y2 + o[1][1]]];
							}
							let { position: d, positionAbsolute: f } = ka({
								nodeId: t,
								nextPosition: a,
								nodeLookup: i,
								nodeExtent: s || o,
								nodeOrigin: u,
								onError: p
							});
							_ = _ || r.position.x !== d.x || r.position.y !== d.y, r.position = d, r.internals.positionAbsolute = f;
						}
						if (m ||= _, _ && (g(s, !0), h && (r || d || !b && f))) {
							let [e, t] = jo({
								nodeId: b,
								dragItems: s,
								nodeLookup: i
							});
							r?.(h, s, e, t), d?.(h, e, t), b || f?.(h, t);
						}
					}
					async function C() {
						if (!u) return;
						let { transform: e, panBy: n, autoPanSpeed: r, autoPanOnNodeDrag: i } = t();
						if (!i) return c = !1, void cancelAnimationFrame(o);
						let [s, d] = Pa(l, u, r);
						s === 0 && d === 0 || (a.x = (a.x ?? 0) - s / e[2], a.y = (a.y ?? 0) - d / e[2], await n({
							x: s,
							y: d
						}) && S(a)), o = requestAnimationFrame(C);
					}
					function w(r) {
						let { nodeLookup: i, multiSelectionActive: o, nodesDraggable: c, transform: l, snapGrid: f, snapToGrid: p, selectNodesOnDrag: m, onNodeDragStart: h, onSelectionDragStart: g, unselectNodesAndEdges: _ } = t();
						d = !0, m && y || o || !b || i.get(b)?.selected || _(), y && m && b && e?.(b);
						let v = eo(r.sourceEvent, {
							transform: l,
							snapGrid: f,
							snapToGrid: p,
							containerBounds: u
						});
						if (a = v, s = function(e, t, n, r) {
							let i = /* @__PURE__ */ new Map();
							for (let [a, o] of e) if ((o.selected || o.id === r) && (!o.parentId || !ko(o, e)) && (o.draggable || t && o.draggable === void 0)) {
								let t = e.get(a);
								t && i.set(a, {
									id: a,
									position: t.position || {
										x: 0,
										y: 0
									},
									distance: {
										x: n.x - t.internals.positionAbsolute.x,
										y: n.y - t.internals.positionAbsolute.y
									},
									extent: t.extent,
									parentId: t.parentId,
									origin: t.origin,
									expandParent: t.expandParent,
									internals: { positionAbsolute: t.internals.positionAbsolute || {
										x: 0,
										y: 0
									} },
									measured: {
										width: t.measured.width ?? 0,
										height: t.measured.height ?? 0
									}
								});
							}
							return i;
						}(i, c, v, b), s.size > 0 && (n || h || !b && g)) {
							let [e, t] = jo({
								nodeId: b,
								dragItems: s,
								nodeLookup: i
							});
							n?.(r.sourceEvent, s, e, t), h?.(r.sourceEvent, e, t), b || g?.(r.sourceEvent, t);
						}
					}
					f = cn(v);
					let T = function() {
						var e, t, n, r, i = bn, a = xn, o = Sn, s = Cn, c = {}, l = Ke("start", "drag", "end"), u = 0, d = 0;
						function f(e) {
							e.on("mousedown.drag", p).filter(s).on("touchstart.drag", g).on("touchmove.drag", _, fn).on("touchend.drag touchcancel.drag", v).style("touch-action", "none").style("-webkit-tap-highlight-color", "rgba(0,0,0,0)");
						}
						function p(o, s) {
							if (!r && i.call(this, o, s)) {
								var c = y(this, a.call(this, o, s), o, s, "mouse");
								c && (cn(o.view).on("mousemove.drag", m, pn).on("mouseup.drag", h, pn), gn(o.view), mn(o), n = !1, e = o.clientX, t = o.clientY, c("start", o));
							}
						}
						function m(r) {
							if (hn(r), !n) {
								var i = r.clientX - e, a = r.clientY - t;
								n = i * i + a * a > d;
							}
							c.mouse("drag", r);
						}
						function h(e) {
							cn(e.view).on("mousemove.drag mouseup.drag", null), _n(e.view, n), hn(e), c.mouse("end", e);
						}
						function g(e, t) {
							if (i.call(this, e, t)) for (var n, r = e.changedTouches, o = a.call(this, e, t), s = r.length, c = 0; c < s; ++c) (n = y(this, o, e, t, r[c].identifier, r[c])) && (mn(e), n("start", e, r[c]));
						}
						function _(e) {
							for (var t, n = e.changedTouches, r = n.length, i = 0; i < r; ++i) (t = c[n[i].identifier]) && (hn(e), t("drag", e, n[i]));
						}
						function v(e) {
							var t, n, i = e.changedTouches, a = i.length;
							for (r && clearTimeout(r), r = setTimeout(function() {
								r = null;
							}, 500), t = 0; t < a; ++t) (n = c[i[t].identifier]) && (mn(e), n("end", e, i[t]));
						}
						function y(e, t, n, r, i, a) {
							var s, d, p, m = l.copy(), h = dn(a || n, t);
							if ((p = o.call(e, new yn("beforestart", {
								sourceEvent: n,
								target: f,
								identifier: i,
								active: u,
								x: h[0],
								y: h[1],
								dx: 0,
								dy: 0,
								dispatch: m
							}), r)) != null) return s = p.x - h[0] || 0, d = p.y - h[1] || 0, function n(a, o, l) {
								var g, _ = h;
								switch (a) {
									case "start":
										c[i] = n, g = u++;
										break;
									case "end": delete c[i], --u;
									case "drag": h = dn(l || o, t), g = u;
								}
								m.call(a, e, new yn(a, {
									sourceEvent: o,
									subject: p,
									target: f,
									identifier: i,
									active: g,
									x: h[0] + s,
									y: h[1] + d,
									dx: h[0] - _[0],
									dy: h[1] - _[1],
									dispatch: m
								}), r);
							};
						}
						return f.filter = function(e) {
							return arguments.length ? (i = typeof e == "function" ? e : vn(!!e), f) : i;
						}, f.container = function(e) {
							return arguments.length ? (a = typeof e == "function" ? e : vn(e), f) : a;
						}, f.subject = function(e) {
							return arguments.length ? (o = typeof e == "function" ? e : vn(e), f) : o;
						}, f.touchable = function(e) {
							return arguments.length ? (s = typeof e == "function" ? e : vn(!!e), f) : s;
						}, f.on = function() {
							var e = l.on.apply(l, arguments);
							return e === l ? f : e;
						}, f.clickDistance = function(e) {
							return arguments.length ? (d = (e = +e) * e, f) : Math.sqrt(d);
						}, f;
					}().clickDistance(x).on("start", (e) => {
						let { domNode: n, nodeDragThreshold: r, transform: i, snapGrid: o, snapToGrid: s } = t();
						u = n?.getBoundingClientRect() || null, p = !1, m = !1, h = e.sourceEvent, r === 0 && w(e), a = eo(e.sourceEvent, {
							transform: i,
							snapGrid: o,
							snapToGrid: s,
							containerBounds: u
						}), l = io(e.sourceEvent, u);
					}).on("drag", (e) => {
						let { autoPanOnNodeDrag: n, transform: r, snapGrid: i, snapToGrid: o, nodeDragThreshold: f, nodeLookup: m } = t(), g = eo(e.sourceEvent, {
							transform: r,
							snapGrid: i,
							snapToGrid: o,
							containerBounds: u
						});
						if (h = e.sourceEvent, (e.sourceEvent.type === "touchmove" && e.sourceEvent.touches.length > 1 || b && !m.has(b)) && (p = !0), !p) {
							if (!c && n && d && (c = !0, C()), !d) {
								let t = io(e.sourceEvent, u), n = t.x - l.x, r = t.y - l.y;
								Math.sqrt(n * n + r * r) > f && w(e);
							}
							(a.x !== g.xSnapped || a.y !== g.ySnapped) && s && d && (l = io(e.sourceEvent, u), S(g));
						}
					}).on("end", (e) => {
						if (d && !p && (c = !1, d = !1, cancelAnimationFrame(o), s.size > 0)) {
							let { nodeLookup: n, updateNodePositions: r, onNodeDragStop: a, onSelectionDragStop: o } = t();
							if (m &&= (r(s, !1), !1), i || a || !b && o) {
								let [t, r] = jo({
									nodeId: b,
									dragItems: s,
									nodeLookup: n,
									dragging: !1
								});
								i?.(e.sourceEvent, s, t, r), a?.(e.sourceEvent, t, r), b || o?.(e.sourceEvent, r);
							}
						}
					}).filter((e) => {
						let t = e.target;
						return !e.button && (!g || !Ao(t, `.${g}`, v)) && (!_ || Ao(t, _, v));
					});
					f.call(T);
				},
				destroy: function() {
					f?.on(".drag", null);
				}
			};
		}({
			getStoreItems: () => ({
				get nodes() {
					return o.value;
				},
				nodeLookup: l,
				get edges() {
					return s.value;
				},
				nodeExtent: Ya(c.nodeExtent) ? c.nodeExtent : ba,
				snapGrid: c.snapGrid,
				snapToGrid: c.snapToGrid,
				nodeOrigin: c.nodeOrigin,
				multiSelectionActive: c.multiSelectionActive,
				domNode: c.vueFlowRef,
				transform: c.transform,
				autoPanOnNodeDrag: c.autoPanOnNodeDrag,
				nodesDraggable: c.nodesDraggable,
				selectNodesOnDrag: c.selectNodesOnDrag,
				nodeDragThreshold: c.nodeDragThreshold,
				panBy: t,
				unselectNodesAndEdges: (e) => {
					r(e?.nodes), i(e?.edges);
				},
				updateNodePositions: (e, t) => {
					let r = [];
					for (let t of e.values()) {
						let e = t, i = n(e.id), a = e.measured?.width ?? i?.measured.width ?? 0, o = e.measured?.height ?? i?.measured.height ?? 0, s = e.internals?.positionAbsolute ?? i?.internals.positionAbsolute ?? {
							x: 0,
							y: 0
						};
						r.push({
							id: e.id,
							position: e.position,
							distance: e.distance ?? {
								x: 0,
								y: 0
							},
							measured: {
								width: a,
								height: o
							},
							internals: { positionAbsolute: s },
							extent: e.extent,
							parentId: e.parentId,
							expandParent: e.expandParent,
							dragging: e.dragging,
							origin: e.origin
						});
					}
					a(r, !0, t ?? !1);
				},
				autoPanSpeed: c.autoPanSpeed
			}),
			onDragStart: (e, t, n, r) => {
				x = !0, y.value = !0, u({
					event: e,
					node: n,
					nodes: r
				});
			},
			onDrag: (e, t, n, r) => {
				d({
					event: e,
					node: n,
					nodes: r
				});
			},
			onDragStop: (e, t, n, r) => {
				y.value = !1, f({
					event: e,
					node: n,
					nodes: r
				});
			}
		});
		C.update({
			noDragClassName: c.noDragClassName,
			handleSelector: U(v),
			isSelectable: U(_),
			nodeId: g,
			domNode: b,
			nodeClickDistance: c.nodeClickDistance
		});
		let w = (e) => {
			x = !1, S = {
				x: e.clientX,
				y: e.clientY
			};
		}, T = (e) => {
			if (!x && p) {
				let t = e.clientX - S.x, n = e.clientY - S.y, r = Math.sqrt(t * t + n * n);
				r > 0 && r <= c.nodeDragThreshold && p(e);
			}
		}, E = b;
		E.addEventListener("pointerdown", w), E.addEventListener("pointerup", T), e(() => {
			C.destroy(), E.removeEventListener("pointerdown", w), E.removeEventListener("pointerup", T);
		});
	}), y;
}
var ws = "vue-flow__node-desc", Ts = "vue-flow__edge-desc", Es = [
	"Enter",
	" ",
	"Escape"
], Ds = {
	ArrowUp: {
		x: 0,
		y: -1
	},
	ArrowDown: {
		x: 0,
		y: 1
	},
	ArrowLeft: {
		x: -1,
		y: 0
	},
	ArrowRight: {
		x: 1,
		y: 0
	}
};
function Os(e, t) {
	let n = /* @__PURE__ */ new Map(), r = [], i = /* @__PURE__ */ new Set();
	for (let t of e) if (t.type === "add") r.push(t);
	else if (t.type === "remove") i.add(t.id);
	else {
		let e = t.id;
		if (e == null) continue;
		let r = n.get(e);
		r ? r.push(t) : n.set(e, [t]);
	}
	let a = [];
	for (let e of t) {
		if (i.has(e.id)) continue;
		let t = n.get(e.id);
		if (!t) {
			a.push(e);
			continue;
		}
		let r = { ...e };
		for (let e of t) switch (e.type) {
			case "select":
				r.selected = e.selected;
				break;
			case "position":
				zs(r) && (e.position !== void 0 && (r.position = e.position), e.dragging !== void 0 && (r.dragging = e.dragging));
				break;
			case "dimensions": if (zs(r)) {
				if (e.dimensions !== void 0 && (r.measured = {
					width: e.dimensions.width,
					height: e.dimensions.height
				}), e.setAttributes) {
					let t = !0 === e.setAttributes || e.setAttributes === "width", n = !0 === e.setAttributes || e.setAttributes === "height";
					r.style = {
						...r.style ?? {},
						...t && { width: `${e.dimensions?.width}px` },
						...n && { height: `${e.dimensions?.height}px` }
					};
				}
				e.resizing !== void 0 && (r.resizing = e.resizing);
			}
		}
		a.push(r);
	}
	for (let e of r) a.some((t) => t.id === e.item.id) || (typeof e.index == "number" ? a.splice(e.index, 0, e.item) : a.push(e.item));
	return a;
}
function ks(e, t) {
	return {
		id: e,
		type: "select",
		selected: t
	};
}
function As(e, t) {
	return {
		item: e,
		type: "add",
		...typeof t == "number" && { index: t }
	};
}
function js(e) {
	return {
		id: e,
		type: "remove"
	};
}
function Ms(e) {
	return {
		id: e,
		type: "remove"
	};
}
function Ns(e, t = /* @__PURE__ */ new Set()) {
	let n = [];
	for (let [r, i] of e) {
		let e = t.has(r);
		i.selected === void 0 && !e || i.selected === e || n.push(ks(i.id, e));
	}
	return n;
}
var Ps = () => {}, Fs = Promise.resolve([]);
function Z(e) {
	let t = /* @__PURE__ */ new Set(), n = Ps, r = () => !1, i = () => t.size > 0 || r(), a = (e) => {
		t.delete(e);
	};
	return {
		on: (e) => {
			t.add(e);
			let n = () => a(e);
			return k(n, !0), { off: n };
		},
		off: a,
		trigger: (a) => {
			if (t.size === 0 && !r() && !e) return Fs;
			let o = [n];
			return i() ? o.push(...t) : e && o.push(e), Promise.allSettled(o.map((e) => e(a)));
		},
		hasListeners: i,
		listeners: t,
		setEmitter: (e) => {
			n = e;
		},
		removeEmitter: () => {
			n = Ps;
		},
		setHasEmitListeners: (e) => {
			r = e;
		},
		removeHasEmitListeners: () => {
			r = () => !1;
		}
	};
}
function Is(e, t, n, r, i) {
	let a = Xa(e), o = ja(t, function(e, t, n, r) {
		let i = e.extent || n;
		if (i !== "parent" || e.expandParent) {
			if (Array.isArray(i)) {
				let e = r?.internals.positionAbsolute.x || 0, t = r?.internals.positionAbsolute.y || 0;
				i = [[i[0][0] + e, i[0][1] + t], [i[1][0] + e, i[1][1] + t]];
			}
		} else if (e.parentId && r && e.measured.width && e.measured.height) {
			let e = function(e) {
				return !(!e || e.internals.positionAbsolute.x === void 0 || e.internals.positionAbsolute.y === void 0 || e.measured.width === void 0 || e.measured.height === void 0) && [[e.internals.positionAbsolute.x, e.internals.positionAbsolute.y], [e.internals.positionAbsolute.x + e.measured.width, e.internals.positionAbsolute.y + e.measured.height]];
			}(r);
			e && (i = e);
		} else t(new J("NODE_EXTENT_INVALID", e.id)), i = n;
		return i === "parent" ? [[-Infinity, -Infinity], [Infinity, Infinity]] : i;
	}(e, n, r, i), a);
	return {
		position: {
			x: o.x - (i?.internals.positionAbsolute.x || 0),
			y: o.y - (i?.internals.positionAbsolute.y || 0)
		},
		computedPosition: o
	};
}
function Ls(e, t) {
	return e && (t ? e.find((e) => e.id === t) : e[0]) || null;
}
function Rs(e) {
	return !!e && typeof e == "object" && ((e) => "id" in e && "source" in e && "target" in e)(e);
}
function zs(e) {
	return !!e && typeof e == "object" && ((e) => "id" in e && "position" in e && !("source" in e) && !("target" in e))(e);
}
var Bs = () => !0, Vs = ["production", "prod"];
function Hs(e, ...t) {
	Us() && console.warn(`[Vue Flow]: ${e}`, ...t);
}
function Us() {
	return !Vs.includes("production");
}
function Ws(e, t = !1) {
	if (e.size === 0) return !1;
	for (let n of e.values()) if ((t || !n.hidden) && (n.internals.handleBounds === void 0 || !n.measured?.width || !n.measured?.height)) return !1;
	return !0;
}
function Gs(e, t, n, r, i, a = !1, o) {
	i.value = !1, e.selected ? (a || e.selected && t) && (r([e]), C(() => {
		o.blur();
	})) : n([e]);
}
function Q(e) {
	return W(e) !== void 0;
}
function Ks(e, t, n, r) {
	if (!e || !e.source || !e.target) return n(new J("EDGE_INVALID", e?.id ?? "[ID UNKNOWN]")), !1;
	let i;
	return i = Rs(e) ? e : {
		...r,
		...e,
		id: po(e)
	}, !function(e, t) {
		return t.some((t) => !(t.source !== e.source || t.target !== e.target || t.sourceHandle !== e.sourceHandle && (t.sourceHandle || e.sourceHandle) || t.targetHandle !== e.targetHandle && (t.targetHandle || e.targetHandle)));
	}(i, t) && i;
}
function qs(e, t, n, r, i, a) {
	let o = i, s = r.get(o) || /* @__PURE__ */ new Map();
	r.set(o, s.set(n, t)), o = `${i}-${e}`;
	let c = r.get(o) || /* @__PURE__ */ new Map();
	if (r.set(o, c.set(n, t)), a) {
		o = `${i}-${e}-${a}`;
		let s = r.get(o) || /* @__PURE__ */ new Map();
		r.set(o, s.set(n, t));
	}
}
function Js(e, t, n, r, i, a, o) {
	let s = [];
	for (let c of e) {
		let e = Rs(c) ? c : Ks(c, o, r, i);
		if (!e) continue;
		let l = n(e.source), u = n(e.target);
		l || u ? l ? u ? !t || t({
			source: e.source,
			target: e.target,
			sourceHandle: e.sourceHandle ?? null,
			targetHandle: e.targetHandle ?? null
		}, {
			edges: o,
			nodes: a,
			sourceNode: l,
			targetNode: u
		}) ? s.push(e) : r(new J("EDGE_INVALID", e.id)) : r(new J("EDGE_TARGET_MISSING", e.id, e.target)) : r(new J("EDGE_SOURCE_MISSING", e.id, e.source)) : r(new J("EDGE_SOURCE_TARGET_MISSING", e.id, e.source, e.target));
	}
	return s;
}
function $() {
	let e = _(ss, null);
	if (!e) throw new J("USE_VUE_FLOW_OUTSIDE_PROVIDER");
	return e;
}
function Ys() {
	return !0;
}
function Xs({ handleId: e, nodeId: t, type: n, isValidConnection: r, reconnectHandleType: i, onReconnectStart: a, onReconnect: o, onReconnectEnd: s }) {
	let { id: c, getNode: l, getInternalNode: u, panBy: d, startConnection: f, updateConnection: p, endConnection: m, emits: h } = Y(), g = $(), { nodeLookup: _ } = g;
	function v() {
		let e = U(r) || g.isValidConnection;
		if (e) return (t) => {
			let n = u(t.source), r = u(t.target);
			return !(!n || !r) && e({
				source: t.source,
				target: t.target,
				sourceHandle: t.sourceHandle ?? null,
				targetHandle: t.targetHandle ?? null
			}, {
				nodes: g.nodes,
				edges: g.edges,
				sourceNode: n,
				targetNode: r
			});
		};
	}
	return {
		handlePointerDown: function(r) {
			let l = r.currentTarget;
			l && g.vueFlowRef && Lo(r, {
				autoPanOnConnect: g.autoPanOnConnect,
				connectionMode: g.connectionMode,
				connectionRadius: g.connectionRadius,
				domNode: g.vueFlowRef,
				handleId: U(e),
				nodeId: U(t),
				isTarget: U(n) === "target",
				nodeLookup: _,
				lib: "vue",
				flowId: c,
				edgeUpdaterType: U(i),
				autoPanSpeed: g.autoPanSpeed,
				dragThreshold: g.connectionDragThreshold,
				handleDomNode: l,
				panBy: d,
				isValidConnection: v(),
				getTransform: () => g.transform,
				getFromHandle: () => {
					let e = g.connectionStartHandle;
					return e ? {
						id: e.id,
						nodeId: e.nodeId,
						type: e.type,
						position: e.position,
						x: e.x,
						y: e.y,
						width: 0,
						height: 0
					} : null;
				},
				updateConnection: (e) => {
					e.inProgress && (g.connectionStartHandle || f({
						nodeId: e.fromHandle.nodeId,
						id: e.fromHandle.id ?? null,
						type: e.fromHandle.type,
						position: e.fromHandle.position,
						x: e.to.x,
						y: e.to.y
					}), p(e.pointer, e.toHandle ? {
						nodeId: e.toHandle.nodeId,
						id: e.toHandle.id ?? null,
						type: e.toHandle.type,
						position: e.toHandle.position,
						x: e.toHandle.x,
						y: e.toHandle.y
					} : null, e.isValid === null ? null : e.isValid ? "valid" : "invalid"));
				},
				cancelConnection: () => {
					m(r, !1);
				},
				onConnectStart: (e, t) => {
					h.connectStart({
						event: e,
						nodeId: t.nodeId ?? void 0,
						handleId: t.handleId,
						handleType: t.handleType ?? void 0
					}), i && a?.(e);
				},
				onConnect: (e) => {
					o ? o(r, e) : h.connect(e);
				},
				onConnectEnd: (e, t) => {
					h.connectEnd({
						event: e,
						connectionState: t
					}), i && s?.(e, t);
				}
			});
		},
		handleClick: function(i) {
			if (!g.connectOnClick) return;
			if (!g.connectionClickStartHandle) return h.clickConnectStart({
				event: i,
				nodeId: U(t),
				handleId: U(e)
			}), void f({
				nodeId: U(t),
				type: U(n),
				id: U(e),
				position: q.Top,
				...io(i)
			}, void 0, !0);
			let a = U(r) || g.isValidConnection || Ys, o = l(U(t));
			if (o && !1 === (o.connectable === void 0 ? g.nodesConnectable : o.connectable)) return;
			let s = no(i.target), d = function(e, { handle: t, connectionMode: n, fromNodeId: r, fromHandleId: i, fromType: a, doc: o, lib: s, flowId: c, isValidConnection: l = Bs }, u, d, f, p) {
				let m = a === "target", h = t ? o.querySelector(`.${s}-flow__handle[data-id="${c}-${t?.nodeId}-${t?.id}-${t?.type}"]`) : null, { x: g, y: _ } = io(e), v = o.elementFromPoint(g, _), y = v?.classList.contains(`${s}-flow__handle`) ? v : h, b = {
					handleDomNode: y,
					isValid: !1,
					connection: null,
					toHandle: null
				};
				if (y) {
					let e = function(e) {
						return e?.classList.contains("target") ? "target" : e?.classList.contains("source") ? "source" : null;
					}(y), t = y.getAttribute("data-nodeid"), a = y.getAttribute("data-handleid"), o = y.classList.contains("connectable"), s = y.classList.contains("connectableend");
					if (!t || !e) return b;
					let c = {
						source: m ? t : r,
						sourceHandle: m ? a : i,
						target: m ? r : t,
						targetHandle: m ? i : a
					};
					b.connection = c, b.isValid = o && s && (n === ha.Strict ? m && e === "source" || !m && e === "target" : t !== r || a !== i) && l(c, {
						nodes: d,
						edges: u,
						sourceNode: f(c.source),
						targetNode: f(c.target)
					}), b.toHandle = function(e, t, n, r, i, a = !1) {
						let o = r.get(e);
						if (!o) return null;
						let s = i === ha.Strict ? o.internals.handleBounds?.[t] : [...o.internals.handleBounds?.source ?? [], ...o.internals.handleBounds?.target ?? []], c = (n ? s?.find((e) => e.id === n) : s?.[0]) ?? null;
						return c && a ? {
							...c,
							...vo(o, c, c.position, !0)
						} : c;
					}(t, e, a, p, n, !0);
				}
				return b;
			}(i, {
				handle: {
					nodeId: U(t),
					id: U(e),
					type: U(n),
					position: q.Top,
					...io(i)
				},
				connectionMode: g.connectionMode,
				fromNodeId: g.connectionClickStartHandle.nodeId,
				fromHandleId: g.connectionClickStartHandle.id ?? null,
				fromType: g.connectionClickStartHandle.type,
				isValidConnection: a,
				doc: s,
				lib: "vue",
				flowId: c
			}, g.edges, g.nodes, u, _), p = d.connection?.source === d.connection?.target;
			d.isValid && d.connection && !p && h.connect(d.connection);
			let v = g.connectionClickStartHandle, y = v ? u(v.nodeId) : void 0, b = d.toHandle, x = io(i), S = v && y ? {
				isValid: d.isValid,
				from: {
					x: v.x,
					y: v.y
				},
				fromHandle: {
					...v,
					width: 0,
					height: 0
				},
				fromPosition: v.position,
				fromNode: y,
				to: b ? {
					x: b.x,
					y: b.y
				} : x,
				toHandle: b ? {
					...b,
					width: 0,
					height: 0
				} : null,
				toPosition: b?.position ?? null,
				toNode: b ? u(b.nodeId) ?? null : null,
				pointer: x
			} : {
				isValid: null,
				from: null,
				fromHandle: null,
				fromPosition: null,
				fromNode: null,
				to: null,
				toHandle: null,
				toPosition: null,
				toNode: null,
				pointer: null
			};
			h.clickConnectEnd({
				event: i,
				connectionState: S
			}), m(i, !0);
		}
	};
}
var Zs = [
	"INPUT",
	"SELECT",
	"TEXTAREA"
], Qs = typeof document < "u" ? document : null;
function $s(e) {
	let t = e.composedPath?.()?.[0] || e.target, n = typeof t?.hasAttribute == "function" && t.hasAttribute("contenteditable"), r = typeof t?.closest == "function" ? t.closest(".nokey") : null;
	return Zs.includes(t?.nodeName) || n || !!r;
}
function ec(e, t, n, r) {
	let i = t.replace("+", "\n").replace("\n\n", "\n+").split("\n").map((e) => e.trim().toLowerCase());
	if (i.length === 1) return e.toLowerCase() === t.toLowerCase();
	r || n.add(e.toLowerCase());
	let a = i.every((e, t) => n.has(e) && Array.from(n.values())[t] === i[t]);
	return r && n.delete(e.toLowerCase()), a;
}
function tc(e, t) {
	let r = n(() => U(t?.target) ?? Qs), i = z(!0 === U(e)), a = !1, o = /* @__PURE__ */ new Set(), s = l(U(e));
	function c() {
		a = !1, o.clear(), i.value = !0 === U(e);
	}
	function l(e) {
		return e === null ? (c(), () => !1) : typeof e == "boolean" ? (c(), i.value = e, () => !1) : Array.isArray(e) || typeof e == "string" ? function(e, t) {
			return (n) => {
				if (!n.code && !n.key) return !1;
				let r = (i = n.code, e.includes(i) ? "code" : "key");
				var i;
				return Array.isArray(e) ? e.some((e) => ec(n[r], e, t, n.type === "keyup")) : ec(n[r], e, t, n.type === "keyup");
			};
		}(e, o) : e;
	}
	return G(() => U(e), (e, t) => {
		typeof t == "boolean" && typeof e != "boolean" && c(), s = l(e);
	}, { immediate: !0 }), ts(["blur", "contextmenu"], c), rs((...e) => s(...e), (e) => {
		let n = U(t?.actInsideInputWithModifier) ?? !0, r = U(t?.preventDefault) ?? !1;
		var o;
		if (a = (o = e).ctrlKey || o.metaKey || o.shiftKey || o.altKey, (!a || a && !n) && $s(e)) return;
		let s = e.composedPath?.()?.[0] || e.target;
		r || !a && (s?.nodeName === "BUTTON" || s?.nodeName === "A") || e.preventDefault(), i.value = !0;
	}, {
		eventName: "keydown",
		target: r
	}), rs((...e) => s(...e), (e) => {
		let n = U(t?.actInsideInputWithModifier) ?? !0;
		if (i.value) {
			if ((!a || a && !n) && $s(e)) return;
			a = !1, i.value = !1;
		}
	}, {
		eventName: "keyup",
		target: r
	}), i;
}
function nc() {
	let { getSelectedNodes: e, updateNodePositions: t, getInternalNode: n, emits: r } = Y(), i = $();
	return (a, o = !1) => {
		let s = i.snapToGrid ? i.snapGrid[0] : 5, c = i.snapToGrid ? i.snapGrid[1] : 5, l = o ? 4 : 1, u = a.x * s * l, d = a.y * c * l, f = [];
		for (let t of e.value) if (t.draggable || i.nodesDraggable && t.draggable === void 0) {
			let e = n(t.id);
			if (!e) continue;
			let { position: o } = Is(e, {
				x: e.internals.positionAbsolute.x + u,
				y: e.internals.positionAbsolute.y + d
			}, r.error, i.nodeExtent, t.parentId ? n(t.parentId) : void 0);
			f.push({
				id: t.id,
				position: o,
				distance: {
					x: a.x,
					y: a.y
				},
				measured: Xa(e),
				internals: { positionAbsolute: {
					x: e.internals.positionAbsolute.x,
					y: e.internals.positionAbsolute.y
				} }
			});
		}
		t(f, !0, !1);
	};
}
var rc = .1;
async function ic() {
	return Hs("Viewport not initialized yet."), !1;
}
var ac = {
	zoomIn: ic,
	zoomOut: ic,
	zoomTo: ic,
	fitView: ic,
	setCenter: ic,
	fitBounds: ic,
	screenToFlowPosition: (e) => e,
	flowToScreenPosition: (e) => e,
	setViewport: ic,
	getViewport: () => ({
		x: 0,
		y: 0,
		zoom: 1
	}),
	viewportInitialized: !1
};
function oc(e, t, n) {
	if (!e) return;
	let r;
	G([t, () => t.value.length], () => {
		r = [...t.value], e.value = r;
	}, { immediate: t.value.length > 0 }), G([e, () => e.value?.length], ([e]) => {
		if (!Array.isArray(e)) return;
		let t = V(e);
		t !== r && n(t);
	}, { immediate: !0 });
}
var sc = ["aria-label"], cc = X(u({
	name: "Panel",
	compatConfig: { MODE: 3 },
	props: {
		position: {
			type: String,
			required: !0
		},
		label: {
			type: [String, null],
			required: !1
		}
	},
	setup(e, { expose: t }) {
		t();
		let r = e, { userSelectionActive: i } = Ss($()), a = {
			props: r,
			userSelectionActive: i,
			positionClasses: n(() => `${r.position}`.split("-"))
		};
		return Object.defineProperty(a, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), a;
	}
}), [["render", function(e, t, n, r, i, o) {
	return j(), a("div", {
		class: w(["vue-flow__panel", r.positionClasses]),
		"aria-label": n.label ?? void 0,
		style: E({ pointerEvents: r.userSelectionActive ? "none" : "all" })
	}, [I(e.$slots, "default")], 14, sc);
}], ["__file", ""]]), lc = u({
	name: "EdgeText",
	compatConfig: { MODE: 3 },
	props: {
		x: {
			type: Number,
			required: !0
		},
		y: {
			type: Number,
			required: !0
		},
		label: {
			type: [
				String,
				Object,
				Function
			],
			required: !1
		},
		labelStyle: {
			type: Object,
			required: !1,
			default: () => ({})
		},
		labelShowBg: {
			type: Boolean,
			required: !1,
			default: !0
		},
		labelBgStyle: {
			type: Object,
			required: !1,
			default: () => ({})
		},
		labelBgPadding: {
			type: Array,
			required: !1,
			default: () => [2, 4]
		},
		labelBgBorderRadius: {
			type: Number,
			required: !1,
			default: 2
		}
	},
	setup(e, { expose: t }) {
		t();
		let r = z({
			x: 0,
			y: 0,
			width: 0,
			height: 0
		}), i = z(null), a = n(() => `translate(${e.x - r.value.width / 2} ${e.y - r.value.height / 2})`);
		function o() {
			if (!i.value) return;
			let e = i.value.getBBox();
			e.width === r.value.width && e.height === r.value.height || (r.value = e);
		}
		O(() => {
			o(), requestAnimationFrame(o), document.fonts?.ready?.then(o);
		}), G([i, () => e.label], o);
		let s = {
			box: r,
			el: i,
			transform: a,
			getBox: o
		};
		return Object.defineProperty(s, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), s;
	}
}), uc = ["transform", "visibility"], dc = [
	"width",
	"height",
	"x",
	"y",
	"rx",
	"ry"
], fc = ["y"], pc = X(lc, [["render", function(t, n, s, l, u, d) {
	return j(), a("g", {
		transform: l.transform,
		visibility: l.box.width ? "visible" : "hidden",
		class: "vue-flow__edge-textwrapper"
	}, [s.labelShowBg ? (j(), a("rect", {
		key: 0,
		class: "vue-flow__edge-textbg",
		width: `${l.box.width + 2 * s.labelBgPadding[0]}px`,
		height: `${l.box.height + 2 * s.labelBgPadding[1]}px`,
		x: -s.labelBgPadding[0],
		y: -s.labelBgPadding[1],
		style: E(s.labelBgStyle),
		rx: s.labelBgBorderRadius,
		ry: s.labelBgBorderRadius
	}, null, 12, dc)) : i("v-if", !0), o("text", S(t.$attrs, {
		ref: "el",
		class: "vue-flow__edge-text",
		y: l.box.height / 2,
		dy: "0.3em",
		style: s.labelStyle
	}), [I(t.$slots, "default", {}, () => [typeof s.label == "string" ? (j(), a(e, { key: 1 }, [c(B(s.label), 1)], 64)) : (j(), r(L(s.label), { key: 0 }))])], 16, fc)], 8, uc);
}], ["__file", ""]]), mc = u({
	name: "BaseEdge",
	inheritAttrs: !1,
	compatConfig: { MODE: 3 },
	props: {
		id: {
			type: String,
			required: !1
		},
		labelX: {
			type: Number,
			required: !1
		},
		labelY: {
			type: Number,
			required: !1
		},
		path: {
			type: String,
			required: !0
		},
		label: {
			type: null,
			required: !1
		},
		markerStart: {
			type: String,
			required: !1
		},
		markerEnd: {
			type: String,
			required: !1
		},
		interactionWidth: {
			type: Number,
			required: !1,
			default: 20
		},
		labelStyle: {
			type: Object,
			required: !1
		},
		labelShowBg: {
			type: Boolean,
			required: !1
		},
		labelBgStyle: {
			type: Object,
			required: !1
		},
		labelBgPadding: {
			type: Array,
			required: !1
		},
		labelBgBorderRadius: {
			type: Number,
			required: !1
		}
	},
	setup(e, { expose: t }) {
		let n = z(null), r = z(null), i = z(null), a = re();
		t({
			pathEl: n,
			interactionEl: r,
			labelEl: i
		});
		let o = {
			pathEl: n,
			interactionEl: r,
			labelEl: i,
			attrs: a,
			EdgeText: pc
		};
		return Object.defineProperty(o, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), o;
	}
}), hc = [
	"id",
	"d",
	"marker-end",
	"marker-start"
], gc = ["d", "stroke-width"], _c = X(mc, [["render", function(t, n, s, c, l, u) {
	return j(), a(e, null, [
		o("path", S(c.attrs, {
			id: s.id,
			ref: "pathEl",
			d: s.path,
			class: "vue-flow__edge-path",
			"marker-end": s.markerEnd,
			"marker-start": s.markerStart
		}), null, 16, hc),
		s.interactionWidth ? (j(), a("path", {
			key: 0,
			ref: "interactionEl",
			fill: "none",
			d: s.path,
			"stroke-width": s.interactionWidth,
			"stroke-opacity": 0,
			class: "vue-flow__edge-interaction"
		}, null, 8, gc)) : i("v-if", !0),
		s.label && s.labelX && s.labelY ? (j(), r(c.EdgeText, {
			key: 1,
			ref: "labelEl",
			x: s.labelX,
			y: s.labelY,
			label: s.label,
			"label-show-bg": s.labelShowBg,
			"label-bg-style": s.labelBgStyle,
			"label-bg-padding": s.labelBgPadding,
			"label-bg-border-radius": s.labelBgBorderRadius,
			"label-style": s.labelStyle
		}, null, 8, [
			"x",
			"y",
			"label",
			"label-show-bg",
			"label-bg-style",
			"label-bg-padding",
			"label-bg-border-radius",
			"label-style"
		])) : i("v-if", !0)
	], 64);
}], ["__file", ""]]);
function vc(e, t) {
	return {
		label: e.label,
		labelStyle: e.labelStyle,
		labelShowBg: e.labelShowBg,
		labelBgStyle: e.labelBgStyle,
		labelBgPadding: e.labelBgPadding,
		labelBgBorderRadius: e.labelBgBorderRadius,
		markerStart: e.markerStart,
		markerEnd: e.markerEnd,
		interactionWidth: e.interactionWidth,
		style: t.style,
		class: t.class
	};
}
var yc = u({
	name: "BezierEdge",
	inheritAttrs: !1,
	props: [
		"sourcePosition",
		"targetPosition",
		"label",
		"labelStyle",
		"labelShowBg",
		"labelBgStyle",
		"labelBgPadding",
		"labelBgBorderRadius",
		"sourceY",
		"sourceX",
		"targetX",
		"targetY",
		"curvature",
		"markerEnd",
		"markerStart",
		"interactionWidth"
	],
	compatConfig: { MODE: 3 },
	setup: (e, { attrs: t }) => () => {
		let [n, r, i] = lo({
			...e,
			sourcePosition: e.sourcePosition ?? q.Bottom,
			targetPosition: e.targetPosition ?? q.Top
		});
		return h(_c, {
			path: n,
			labelX: r,
			labelY: i,
			...vc(e, t)
		});
	}
});
function bc({ pos: e, x1: t, y1: n, x2: r, y2: i }) {
	let a, o;
	switch (e) {
		case q.Left:
		case q.Right:
			a = .5 * (t + r), o = n;
			break;
		case q.Top:
		case q.Bottom: a = t, o = .5 * (n + i);
	}
	return [a, o];
}
function xc({ sourceX: e, sourceY: t, sourcePosition: n = q.Bottom, targetX: r, targetY: i, targetPosition: a = q.Top }) {
	let [o, s] = bc({
		pos: n,
		x1: e,
		y1: t,
		x2: r,
		y2: i
	}), [c, l] = bc({
		pos: a,
		x1: r,
		y1: i,
		x2: e,
		y2: t
	}), [u, d, f, p] = oo({
		sourceX: e,
		sourceY: t,
		targetX: r,
		targetY: i,
		sourceControlX: o,
		sourceControlY: s,
		targetControlX: c,
		targetControlY: l
	});
	return [
		`M${e},${t} C${o},${s} ${c},${l} ${r},${i}`,
		u,
		d,
		f,
		p
	];
}
var Sc = u({
	name: "SimpleBezierEdge",
	inheritAttrs: !1,
	props: [
		"sourcePosition",
		"targetPosition",
		"label",
		"labelStyle",
		"labelShowBg",
		"labelBgStyle",
		"labelBgPadding",
		"labelBgBorderRadius",
		"sourceY",
		"sourceX",
		"targetX",
		"targetY",
		"markerEnd",
		"markerStart",
		"interactionWidth"
	],
	compatConfig: { MODE: 3 },
	setup: (e, { attrs: t }) => () => {
		let [n, r, i] = xc({
			...e,
			sourcePosition: e.sourcePosition ?? q.Bottom,
			targetPosition: e.targetPosition ?? q.Top
		});
		return h(_c, {
			path: n,
			labelX: r,
			labelY: i,
			...vc(e, t)
		});
	}
}), Cc = u({
	name: "SmoothStepEdge",
	inheritAttrs: !1,
	props: [
		"sourcePosition",
		"targetPosition",
		"label",
		"labelStyle",
		"labelShowBg",
		"labelBgStyle",
		"labelBgPadding",
		"labelBgBorderRadius",
		"sourceY",
		"sourceX",
		"targetX",
		"targetY",
		"borderRadius",
		"markerEnd",
		"markerStart",
		"interactionWidth",
		"offset",
		"stepPosition"
	],
	compatConfig: { MODE: 3 },
	setup: (e, { attrs: t }) => () => {
		let [n, r, i] = _o({
			...e,
			sourcePosition: e.sourcePosition ?? q.Bottom,
			targetPosition: e.targetPosition ?? q.Top
		});
		return h(_c, {
			path: n,
			labelX: r,
			labelY: i,
			...vc(e, t)
		});
	}
}), wc = u({
	name: "StepEdge",
	inheritAttrs: !1,
	props: [
		"sourcePosition",
		"targetPosition",
		"label",
		"labelStyle",
		"labelShowBg",
		"labelBgStyle",
		"labelBgPadding",
		"labelBgBorderRadius",
		"sourceY",
		"sourceX",
		"targetX",
		"targetY",
		"markerEnd",
		"markerStart",
		"interactionWidth"
	],
	setup: (e, { attrs: t }) => () => h(Cc, {
		...e,
		...t,
		borderRadius: 0
	})
}), Tc = u({
	name: "StraightEdge",
	inheritAttrs: !1,
	props: [
		"label",
		"labelStyle",
		"labelShowBg",
		"labelBgStyle",
		"labelBgPadding",
		"labelBgBorderRadius",
		"sourceY",
		"sourceX",
		"targetX",
		"targetY",
		"markerEnd",
		"markerStart",
		"interactionWidth"
	],
	compatConfig: { MODE: 3 },
	setup: (e, { attrs: t }) => () => {
		let [n, r, i] = function({ sourceX: e, sourceY: t, targetX: n, targetY: r }) {
			let [i, a, o, s] = uo({
				sourceX: e,
				sourceY: t,
				targetX: n,
				targetY: r
			});
			return [
				`M ${e},${t}L ${n},${r}`,
				i,
				a,
				o,
				s
			];
		}(e);
		return h(_c, {
			path: n,
			labelX: r,
			labelY: i,
			...vc(e, t)
		});
	}
}), Ec = u({
	name: "Handle",
	compatConfig: { MODE: 3 },
	props: {
		id: {
			type: String,
			required: !1,
			default: null
		},
		type: {
			type: String,
			required: !1
		},
		position: {
			type: String,
			required: !1,
			default: () => q.Top
		},
		isValidConnection: {
			type: Function,
			required: !1
		},
		isConnectable: {
			type: [
				Boolean,
				Number,
				String,
				Function
			],
			required: !1,
			default: void 0
		},
		connectableStart: {
			type: Boolean,
			required: !1,
			default: !0
		},
		connectableEnd: {
			type: Boolean,
			required: !1,
			default: !0
		}
	},
	setup(e, { expose: t }) {
		let r = s(e, [
			"position",
			"isConnectable",
			"connectableStart",
			"connectableEnd",
			"id"
		]), i = H(() => r.type ?? "source"), a = H(() => r.isValidConnection ?? null), { id: o } = Y(), c = $(), { id: l, node: u, nodeEl: d, connectedEdges: f } = function(e) {
			let t = e ?? _(cs, "") ?? "", r = _(ls, z(null)), { getInternalNode: i, emits: a } = Y(), o = $(), s = n(() => i(t));
			return s.value || a.error(new J("NODE_NOT_FOUND", t)), {
				id: t,
				nodeEl: r,
				node: s,
				parentNode: n(() => s.value ? i(s.value.parentId) : void 0),
				connectedEdges: n(() => s.value ? Oa([s.value], o.edges) : [])
			};
		}(), p = z(), m = n(() => ({
			"data-id": `${o}-${l}-${e.id}-${i.value}`,
			"data-handleid": e.id,
			"data-nodeid": l,
			"data-handlepos": e.position
		})), h = H(() => e.connectableStart === void 0 || e.connectableStart), g = H(() => e.connectableEnd === void 0 || e.connectableEnd), v = H(() => c.connectionStartHandle !== null), y = H(() => c.connectionClickStartHandle !== null), b = H(() => {
			let t = c.connectionStartHandle;
			return c.connectionMode === ha.Strict ? t?.type !== i.value : l !== t?.nodeId || e.id !== t?.id;
		}), x = H(() => c.connectionClickStartHandle?.nodeId === l && c.connectionClickStartHandle?.id === e.id && c.connectionClickStartHandle?.type === i.value), S = H(() => c.connectionStartHandle?.nodeId === l && c.connectionStartHandle?.id === e.id && c.connectionStartHandle?.type === i.value), C = H(() => c.connectionEndHandle?.nodeId === l && c.connectionEndHandle?.id === e.id && c.connectionEndHandle?.type === i.value), w = H(() => C.value && c.connectionStatus === "valid"), { handlePointerDown: T, handleClick: E } = Xs({
			nodeId: l,
			handleId: e.id,
			isValidConnection: a,
			type: i
		}), D = n(() => typeof e.isConnectable == "string" && e.isConnectable === "single" ? !f.value.some((t) => {
			let n = t[`${i.value}Handle`];
			return t[i.value] === l && (!n || n === e.id);
		}) : typeof e.isConnectable == "number" ? f.value.filter((t) => {
			let n = t[`${i.value}Handle`];
			return t[i.value] === l && (!n || n === e.id);
		}).length < e.isConnectable : typeof e.isConnectable == "function" ? !!u.value && e.isConnectable(u.value, f.value) : Q(e.isConnectable) ? e.isConnectable : c.nodesConnectable);
		function ee(e) {
			let t = ro(e);
			D.value && h.value && (t && e.button === 0 || !t) && T(e);
		}
		function k(e) {
			l && (c.connectionClickStartHandle || h.value) && D.value && E(e);
		}
		O(() => {
			let t = u.value;
			if (!t || !Za(t)) return;
			let n = t.internals.handleBounds?.[i.value]?.find((t) => t.id === e.id);
			if (!c.vueFlowRef || n) return;
			let r = c.vueFlowRef.querySelector(".vue-flow__viewport");
			if (!(d.value && p.value && r && e.id)) return;
			let a = d.value.getBoundingClientRect(), o = p.value.getBoundingClientRect(), s = window.getComputedStyle(r), { m22: f } = new window.DOMMatrixReadOnly(s.transform), m = {
				id: e.id,
				position: e.position,
				x: (o.left - a.left) / f,
				y: (o.top - a.top) / f,
				type: i.value,
				nodeId: l,
				...to(p.value)
			};
			t.internals.handleBounds || (t.internals.handleBounds = {
				source: null,
				target: null
			});
			let h = t.internals.handleBounds;
			h[i.value] = [...h[i.value] ?? [], m];
		}), t({
			handleClick: E,
			handlePointerDown: T,
			onClick: k,
			onPointerDown: ee
		});
		let A = {
			props: r,
			type: i,
			isValidConnection: a,
			flowId: o,
			store: c,
			nodeId: l,
			nodeRef: u,
			nodeEl: d,
			connectedEdges: f,
			handle: p,
			handleDataIds: m,
			isConnectableStart: h,
			isConnectableEnd: g,
			connectionInProcess: v,
			clickConnectionInProcess: y,
			isPossibleEndHandle: b,
			isClickConnecting: x,
			connectingFrom: S,
			connectingTo: C,
			valid: w,
			handlePointerDown: T,
			handleClick: E,
			isHandleConnectable: D,
			onPointerDown: ee,
			onClick: k
		};
		return Object.defineProperty(A, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), A;
	}
}), Dc = ["aria-label"], Oc = X(Ec, [["render", function(e, t, n, r, i, o) {
	return j(), a("div", S({ ref: "handle" }, r.handleDataIds, {
		"aria-label": r.store.ariaLabelConfig["handle.ariaLabel"],
		class: ["vue-flow__handle", [
			`vue-flow__handle-${n.position}`,
			n.id && `vue-flow__handle-${n.id}`,
			r.store.noDragClassName,
			r.store.noPanClassName,
			r.type,
			{
				connectable: r.isHandleConnectable,
				connecting: r.isClickConnecting,
				connectablestart: r.isConnectableStart,
				connectableend: r.isConnectableEnd,
				connectingfrom: r.connectingFrom,
				connectingto: r.connectingTo,
				valid: r.valid,
				connectionindicator: r.isHandleConnectable && (!r.connectionInProcess || r.isPossibleEndHandle) && (r.connectionInProcess || r.clickConnectionInProcess ? r.isConnectableEnd : r.isConnectableStart)
			}
		]],
		onMousedown: r.onPointerDown,
		onTouchstartPassive: r.onPointerDown,
		onClick: r.onClick
	}), [I(e.$slots, "default", { id: n.id })], 16, Dc);
}], ["__file", ""]]), kc = Symbol("MiniMapSlots"), Ac = u({
	name: "MiniMapNode",
	compatConfig: { MODE: 3 },
	inheritAttrs: !1,
	props: {
		id: {
			type: String,
			required: !0
		},
		type: {
			type: String,
			required: !1
		},
		selected: {
			type: Boolean,
			required: !1
		},
		dragging: {
			type: Boolean,
			required: !1
		},
		position: {
			type: Object,
			required: !0
		},
		dimensions: {
			type: Object,
			required: !0
		},
		borderRadius: {
			type: Number,
			required: !1
		},
		color: {
			type: String,
			required: !1
		},
		shapeRendering: {
			type: void 0,
			required: !1
		},
		strokeColor: {
			type: String,
			required: !1
		},
		strokeWidth: {
			type: Number,
			required: !1
		},
		hidden: {
			type: Boolean,
			required: !1
		}
	},
	emits: [
		"click",
		"dblclick",
		"mouseenter",
		"mousemove",
		"mouseleave"
	],
	setup(e, { expose: t, emit: n }) {
		t();
		let r = {
			props: e,
			emits: n,
			miniMapSlots: _(kc, {}),
			attrs: re()
		};
		return Object.defineProperty(r, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), r;
	}
}), jc = [
	"id",
	"x",
	"y",
	"rx",
	"ry",
	"width",
	"height",
	"fill",
	"stroke",
	"stroke-width",
	"shape-rendering"
], Mc = X(Ac, [["render", function(t, n, o, s, c, l) {
	return o.hidden || o.dimensions.width === 0 || o.dimensions.height === 0 ? i("v-if", !0) : (j(), a(e, { key: 0 }, [s.miniMapSlots[`node-${s.props.type}`] ? (j(), r(L(s.miniMapSlots[`node-${s.props.type}`]), T(S({ key: 0 }, {
		...s.props,
		...s.attrs
	})), null, 16)) : (j(), a("rect", S({
		key: 1,
		id: o.id
	}, s.attrs, {
		class: ["vue-flow__minimap-node", {
			selected: o.selected,
			dragging: o.dragging
		}],
		x: o.position.x,
		y: o.position.y,
		rx: o.borderRadius,
		ry: o.borderRadius,
		width: o.dimensions.width,
		height: o.dimensions.height,
		fill: o.color || s.attrs.style?.background || s.attrs.style?.backgroundColor,
		stroke: o.strokeColor,
		"stroke-width": o.strokeWidth,
		"shape-rendering": o.shapeRendering,
		onClick: n[0] ||= (e) => s.emits("click", e),
		onDblclick: n[1] ||= (e) => s.emits("dblclick", e),
		onMouseenter: n[2] ||= (e) => s.emits("mouseenter", e),
		onMousemove: n[3] ||= (e) => s.emits("mousemove", e),
		onMouseleave: n[4] ||= (e) => s.emits("mouseleave", e)
	}), null, 16, jc))], 64));
}], ["__file", ""]]), Nc = u({
	name: "MiniMap",
	compatConfig: { MODE: 3 },
	props: {
		nodeColor: {
			type: [String, Function],
			required: !1,
			default: "var(--xy-minimap-node-background-color, var(--xy-minimap-node-background-color-default))"
		},
		nodeStrokeColor: {
			type: [String, Function],
			required: !1,
			default: "var(--xy-minimap-node-stroke-color, var(--xy-minimap-node-stroke-color-default))"
		},
		nodeClassName: {
			type: [String, Function],
			required: !1
		},
		nodeBorderRadius: {
			type: Number,
			required: !1,
			default: 5
		},
		nodeStrokeWidth: {
			type: Number,
			required: !1,
			default: 2
		},
		maskColor: {
			type: String,
			required: !1,
			default: "var(--xy-minimap-mask-background-color, var(--xy-minimap-mask-background-color-default))"
		},
		maskStrokeColor: {
			type: String,
			required: !1,
			default: "var(--xy-minimap-mask-stroke-color, var(--xy-minimap-mask-stroke-color-default))"
		},
		maskStrokeWidth: {
			type: Number,
			required: !1,
			default: 1
		},
		position: {
			type: String,
			required: !1,
			default: "bottom-right"
		},
		pannable: {
			type: Boolean,
			required: !1,
			default: !1
		},
		zoomable: {
			type: Boolean,
			required: !1,
			default: !1
		},
		width: {
			type: Number,
			required: !1
		},
		height: {
			type: Number,
			required: !1
		},
		ariaLabel: {
			type: [String, null],
			required: !1
		},
		inversePan: {
			type: Boolean,
			required: !1,
			default: !1
		},
		zoomStep: {
			type: Number,
			required: !1,
			default: 1
		},
		offsetScale: {
			type: Number,
			required: !1,
			default: 5
		},
		maskBorderRadius: {
			type: Number,
			required: !1,
			default: 0
		}
	},
	emits: [
		"click",
		"nodeClick",
		"nodeDblclick",
		"nodeMouseenter",
		"nodeMousemove",
		"nodeMouseleave"
	],
	setup(e, { expose: t, emit: r }) {
		t();
		let i = r, a = oe(), o = re(), { id: s, viewport: c, emits: l } = Y(), { nodeLookup: u } = $(), { edges: d, nodes: f, transform: p, translateExtent: m, dimensions: h, panZoom: g, ariaLabelConfig: _ } = Ss($()), v = n(() => e.ariaLabel ?? _.value["minimap.ariaLabel"]), y = z(), b = null;
		M(kc, a);
		let x = H(() => e.width ?? o.style?.width ?? 200), S = H(() => e.height ?? o.style?.height ?? 150), C = typeof window > "u" || window.chrome ? "crispEdges" : "geometricPrecision", w = n(() => typeof e.nodeColor == "string" ? () => e.nodeColor : e.nodeColor), T = n(() => typeof e.nodeStrokeColor == "string" ? () => e.nodeStrokeColor : e.nodeStrokeColor), E = n(() => typeof e.nodeClassName == "string" ? () => e.nodeClassName : typeof e.nodeClassName == "function" ? e.nodeClassName : () => ""), D = n(() => Array.from(u.values())), ee = n(() => Ta(f.value.filter((e) => !e.hidden), { nodeLookup: u })), k = n(() => ({
			x: -c.value.x / c.value.zoom,
			y: -c.value.y / c.value.zoom,
			width: h.value.width / c.value.zoom,
			height: h.value.height / c.value.zoom
		})), j = n(() => f.value && f.value.length ? Ba(ee.value, k.value) : k.value), N = n(() => {
			let e = j.value.width / x.value, t = j.value.height / S.value;
			return Math.max(e, t);
		}), P = n(() => {
			let t = N.value * x.value, n = N.value * S.value, r = e.offsetScale * N.value;
			return {
				offset: r,
				x: j.value.x - (t - j.value.width) / 2 - r,
				y: j.value.y - (n - j.value.height) / 2 - r,
				width: t + 2 * r,
				height: n + 2 * r
			};
		}), F = n(() => P.value.x && P.value.y ? `\n    M${P.value.x - P.value.offset},${P.value.y - P.value.offset}\n    h${P.value.width + 2 * P.value.offset}\n    v${P.value.height + 2 * P.value.offset}\n    h${-P.value.width - 2 * P.value.offset}z\n    M${k.value.x + e.maskBorderRadius},${k.value.y}\n    h${k.value.width - 2 * e.maskBorderRadius}\n    a${e.maskBorderRadius},${e.maskBorderRadius} 0 0 1 ${e.maskBorderRadius},${e.maskBorderRadius}\n    v${k.value.height - 2 * e.maskBorderRadius}\n    a${e.maskBorderRadius},${e.maskBorderRadius} 0 0 1 -${e.maskBorderRadius},${e.maskBorderRadius}\n    h${-(k.value.width - 2 * e.maskBorderRadius)}\n    a${e.maskBorderRadius},${e.maskBorderRadius} 0 0 1 -${e.maskBorderRadius},-${e.maskBorderRadius}\n    v${-(k.value.height - 2 * e.maskBorderRadius)}\n    a${e.maskBorderRadius},${e.maskBorderRadius} 0 0 1 ${e.maskBorderRadius},-${e.maskBorderRadius}z` : "");
		O(() => {
			G(g, (e) => {
				y.value && e && (b = function({ domNode: e, panZoom: t, getTransform: n, getViewScale: r }) {
					let i = cn(e);
					return {
						update: function({ translateExtent: e, width: a, height: o, zoomStep: s = 1, pannable: c = !0, zoomable: l = !0, inversePan: u = !1 }) {
							let d = [0, 0], f = ma().on("start", (e) => {
								e.sourceEvent.type !== "mousedown" && e.sourceEvent.type !== "touchstart" || (d = [e.sourceEvent.clientX ?? e.sourceEvent.touches[0].clientX, e.sourceEvent.clientY ?? e.sourceEvent.touches[0].clientY]);
							}).on("zoom", c ? (i) => {
								let s = n();
								if (i.sourceEvent.type !== "mousemove" && i.sourceEvent.type !== "touchmove" || !t) return;
								let c = [i.sourceEvent.clientX ?? i.sourceEvent.touches[0].clientX, i.sourceEvent.clientY ?? i.sourceEvent.touches[0].clientY], l = [c[0] - d[0], c[1] - d[1]];
								d = c;
								let f = r() * Math.max(s[2], Math.log(s[2])) * (u ? -1 : 1), p = {
									x: s[0] - l[0] * f,
									y: s[1] - l[1] * f
								}, m = [[0, 0], [a, o]];
								t.setViewportConstrained({
									x: p.x,
									y: p.y,
									zoom: s[2]
								}, m, e);
							} : null).on("zoom.wheel", l ? (e) => {
								if (e.sourceEvent.type !== "wheel" || !t) return;
								let r = n(), i = e.sourceEvent.ctrlKey && Ja() ? 10 : 1, a = -e.sourceEvent.deltaY * (e.sourceEvent.deltaMode === 1 ? .05 : e.sourceEvent.deltaMode ? 1 : .002) * s, o = r[2] * 2 ** (a * i);
								t.scaleTo(o);
							} : null);
							i.call(f, {});
						},
						destroy: function() {
							i.on("zoom", null);
						},
						pointer: dn
					};
				}({
					domNode: y.value,
					panZoom: e,
					getTransform: () => p.value,
					getViewScale: () => N.value
				}));
			}, { immediate: !0 }), A(() => {
				b?.destroy();
			}), G([
				() => e.pannable,
				() => e.zoomable,
				() => e.inversePan,
				() => e.zoomStep,
				m,
				() => h.value.height,
				() => h.value.width
			], () => {
				b?.update({
					translateExtent: m.value,
					width: h.value.width,
					height: h.value.height,
					inversePan: e.inversePan,
					pannable: e.pannable,
					zoomStep: e.zoomStep,
					zoomable: e.zoomable
				});
			}, { immediate: !0 });
		});
		let I = {
			emit: i,
			slots: a,
			attrs: o,
			defaultWidth: 200,
			defaultHeight: 150,
			id: s,
			viewport: c,
			emits: l,
			nodeLookup: u,
			edges: d,
			nodes: f,
			transform: p,
			translateExtent: m,
			dimensions: h,
			panZoom: g,
			ariaLabelConfig: _,
			resolvedAriaLabel: v,
			el: y,
			get minimapInstance() {
				return b;
			},
			set minimapInstance(e) {
				b = e;
			},
			elementWidth: x,
			elementHeight: S,
			shapeRendering: C,
			nodeColorFunc: w,
			nodeStrokeColorFunc: T,
			nodeClassNameFunc: E,
			minimapNodes: D,
			bb: ee,
			viewBB: k,
			boundingRect: j,
			viewScale: N,
			viewBox: P,
			d: F,
			onSvgClick: function(e) {
				let [t, n] = b?.pointer(e) || [0, 0];
				i("click", {
					event: e,
					position: {
						x: t,
						y: n
					}
				});
			},
			onNodeClick: function(e, t) {
				let n = {
					event: e,
					node: t.internals.userNode,
					connectedEdges: Oa([t], d.value)
				};
				l.miniMapNodeClick(n), i("nodeClick", n);
			},
			onNodeDblClick: function(e, t) {
				let n = {
					event: e,
					node: t.internals.userNode,
					connectedEdges: Oa([t], d.value)
				};
				l.miniMapNodeDoubleClick(n), i("nodeDblclick", n);
			},
			onNodeMouseEnter: function(e, t) {
				let n = {
					event: e,
					node: t.internals.userNode,
					connectedEdges: Oa([t], d.value)
				};
				l.miniMapNodeMouseEnter(n), i("nodeMouseenter", n);
			},
			onNodeMouseMove: function(e, t) {
				let n = {
					event: e,
					node: t.internals.userNode,
					connectedEdges: Oa([t], d.value)
				};
				l.miniMapNodeMouseMove(n), i("nodeMousemove", n);
			},
			onNodeMouseLeave: function(e, t) {
				let n = {
					event: e,
					node: t.internals.userNode,
					connectedEdges: Oa([t], d.value)
				};
				l.miniMapNodeMouseLeave(n), i("nodeMouseleave", n);
			},
			get getNodeDimensions() {
				return Xa;
			},
			Panel: cc,
			MiniMapNode: Mc
		};
		return Object.defineProperty(I, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), I;
	}
}), Pc = [
	"width",
	"height",
	"viewBox",
	"aria-labelledby"
], Fc = ["id"], Ic = [
	"d",
	"fill",
	"stroke",
	"stroke-width"
], Lc = X(Nc, [["render", function(t, n, s, c, l, u) {
	return j(), r(c.Panel, {
		class: w([{
			pannable: s.pannable,
			zoomable: s.zoomable
		}, "vue-flow__minimap"]),
		position: s.position
	}, {
		default: le(() => [(j(), a("svg", {
			ref: "el",
			width: c.elementWidth,
			height: c.elementHeight,
			viewBox: [
				c.viewBox.x,
				c.viewBox.y,
				c.viewBox.width,
				c.viewBox.height
			].join(" "),
			"aria-labelledby": `vue-flow__minimap-${c.id}`,
			role: "img",
			onClick: c.onSvgClick
		}, [
			c.resolvedAriaLabel ? (j(), a("title", {
				key: 0,
				id: `vue-flow__minimap-${c.id}`
			}, B(c.resolvedAriaLabel), 9, Fc)) : i("v-if", !0),
			i(" v-memo on the lookup entry: unchanged nodes keep their InternalNode reference across commits\n      (checkEquality reuse), so drag/pan-frame MiniMap re-renders skip every untouched child instead of\n      re-rendering all of them (the inline per-node prop objects/calls would otherwise always patch). The\n      node*Func RESULTS are in the deps (not the fn refs) so a recolor driven by an external reactive dep\n      read inside a `nodeColor`/`nodeStrokeColor`/`nodeClassName` callback still re-renders the affected\n      node — memoizing the fn refs froze the color until the node itself changed "),
			(j(!0), a(e, null, F(c.minimapNodes, (e, t, n, i) => {
				let a = [
					e,
					c.nodeClassNameFunc(e),
					c.nodeColorFunc(e),
					c.nodeStrokeColorFunc(e),
					s.nodeBorderRadius,
					s.nodeStrokeWidth,
					c.shapeRendering
				];
				if (i && i.el && i.key === e.id && v(i, a)) return i;
				let o = (j(), r(c.MiniMapNode, {
					id: e.id,
					key: e.id,
					position: e.internals.positionAbsolute,
					dimensions: c.getNodeDimensions(e),
					selected: e.selected,
					dragging: e.dragging,
					style: E(e.style),
					class: w(c.nodeClassNameFunc(e)),
					color: c.nodeColorFunc(e),
					"border-radius": s.nodeBorderRadius,
					"stroke-color": c.nodeStrokeColorFunc(e),
					"stroke-width": s.nodeStrokeWidth,
					"shape-rendering": c.shapeRendering,
					type: e.type,
					hidden: e.hidden,
					onClick: (t) => c.onNodeClick(t, e),
					onDblclick: (t) => c.onNodeDblClick(t, e),
					onMouseenter: (t) => c.onNodeMouseEnter(t, e),
					onMousemove: (t) => c.onNodeMouseMove(t, e),
					onMouseleave: (t) => c.onNodeMouseLeave(t, e)
				}, null, 8, [
					"id",
					"position",
					"dimensions",
					"selected",
					"dragging",
					"style",
					"class",
					"color",
					"border-radius",
					"stroke-color",
					"stroke-width",
					"shape-rendering",
					"type",
					"hidden",
					"onClick",
					"onDblclick",
					"onMouseenter",
					"onMousemove",
					"onMouseleave"
				]));
				return o.memo = a, o;
			}, n, 0), 128)),
			o("path", {
				d: c.d,
				fill: s.maskColor,
				stroke: s.maskStrokeColor,
				"stroke-width": s.maskStrokeWidth,
				class: "vue-flow__minimap-mask",
				"fill-rule": "evenodd"
			}, null, 8, Ic)
		], 8, Pc))]),
		_: 1
	}, 8, ["class", "position"]);
}], ["__file", ""]]), Rc = X((Io.Line, Io.Handle, Io.Line, Io.Handle, u({
	name: "NodeToolbar",
	compatConfig: { MODE: 3 },
	inheritAttrs: !1,
	props: {
		nodeId: {
			type: [String, Array],
			required: !1
		},
		isVisible: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		position: {
			type: String,
			required: !1,
			default: q.Top
		},
		offset: {
			type: Number,
			required: !1,
			default: 10
		},
		align: {
			type: String,
			required: !1,
			default: "center"
		}
	},
	setup(e, { expose: t }) {
		t();
		let r = e, i = _(cs, null), { viewport: a, getSelectedNodes: o, getInternalNode: s } = Y(), { nodeLookup: c } = $(), { viewportRef: l } = Ss($()), u = n(() => (Array.isArray(r.nodeId) ? r.nodeId : [r.nodeId || i || ""]).reduce((e, t) => {
			let n = s(t);
			return n && e.push(n), e;
		}, [])), d = n(() => typeof r.isVisible == "boolean" ? r.isVisible : u.value.length === 1 && u.value[0].selected && o.value.length === 1), f = n(() => Ta(u.value, { nodeLookup: c })), p = n(() => Math.max(...u.value.map((e) => (e.internals.z || 1) + 1))), m = {
			props: r,
			contextNodeId: i,
			viewport: a,
			getSelectedNodes: o,
			getInternalNode: s,
			nodeLookup: c,
			viewportRef: l,
			nodes: u,
			isActive: d,
			nodeRect: f,
			zIndex: p,
			wrapperStyle: n(() => ({
				position: "absolute",
				transform: bo(f.value, a.value, r.position, r.offset, r.align),
				zIndex: p.value
			}))
		};
		return Object.defineProperty(m, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), m;
	}
})), [["render", function(e, n, o, s, c, l) {
	return j(), r(t, {
		to: s.viewportRef,
		disabled: !s.viewportRef
	}, [s.isActive && s.nodes.length ? (j(), a("div", S({ key: 0 }, e.$attrs, {
		style: s.wrapperStyle,
		class: "vue-flow__node-toolbar"
	}), [I(e.$slots, "default")], 16)) : i("v-if", !0)], 8, ["to", "disabled"]);
}], ["__file", ""]]);
function zc(e = { includeHiddenNodes: !1 }) {
	let { nodeLookup: t } = $();
	return n(() => Ws(t, e.includeHiddenNodes));
}
Object.freeze({
	inProgress: !1,
	isValid: null,
	from: null,
	fromHandle: null,
	fromPosition: null,
	fromNode: null,
	to: null,
	toHandle: null,
	toPosition: null,
	toNode: null,
	pointer: null
});
var Bc = u({
	name: "A11yDescriptions",
	compatConfig: { MODE: 3 },
	setup(e, { expose: t }) {
		t();
		let { id: n } = Y(), { disableKeyboardA11y: r, ariaLiveMessage: i, ariaLabelConfig: a } = Ss($()), o = {
			id: n,
			disableKeyboardA11y: r,
			ariaLiveMessage: i,
			ariaLabelConfig: a,
			get ARIA_EDGE_DESC_KEY() {
				return Ts;
			},
			get ARIA_LIVE_MESSAGE() {
				return "vue-flow__aria-live";
			},
			get ARIA_NODE_DESC_KEY() {
				return ws;
			}
		};
		return Object.defineProperty(o, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), o;
	}
}), Vc = ["id"], Hc = ["id"], Uc = ["id"], Wc = X(Bc, [["render", function(t, n, r, s, c, l) {
	return j(), a(e, null, [
		o("div", {
			id: `${s.ARIA_NODE_DESC_KEY}-${s.id}`,
			style: { display: "none" }
		}, B(s.disableKeyboardA11y ? s.ariaLabelConfig["node.a11yDescription.default"] : s.ariaLabelConfig["node.a11yDescription.keyboardDisabled"]), 9, Vc),
		o("div", {
			id: `${s.ARIA_EDGE_DESC_KEY}-${s.id}`,
			style: { display: "none" }
		}, B(s.ariaLabelConfig["edge.a11yDescription.default"]), 9, Hc),
		s.disableKeyboardA11y ? i("v-if", !0) : (j(), a("div", {
			key: 0,
			id: `${s.ARIA_LIVE_MESSAGE}-${s.id}`,
			"aria-live": "assertive",
			"aria-atomic": "true",
			style: {
				position: "absolute",
				width: "1px",
				height: "1px",
				margin: "-1px",
				border: "0",
				padding: "0",
				overflow: "hidden",
				clip: "rect(0px, 0px, 0px, 0px)",
				"clip-path": "inset(100%)"
			}
		}, B(s.ariaLiveMessage), 9, Uc))
	], 64);
}], ["__file", ""]]);
function Gc() {
	return {
		vueFlowRef: null,
		viewportRef: null,
		nodes: [],
		edges: [],
		nodeLookup: /* @__PURE__ */ new Map(),
		parentLookup: /* @__PURE__ */ new Map(),
		edgeLookup: /* @__PURE__ */ new Map(),
		connectionLookup: /* @__PURE__ */ new Map(),
		nodeTypes: {},
		edgeTypes: {},
		initialized: !1,
		dimensions: {
			width: 0,
			height: 0
		},
		transform: [
			0,
			0,
			1
		],
		panZoom: null,
		minZoom: .5,
		maxZoom: 2,
		translateExtent: [[-Infinity, -Infinity], [Infinity, Infinity]],
		nodeExtent: [[-Infinity, -Infinity], [Infinity, Infinity]],
		nodeOrigin: [0, 0],
		colorMode: "light",
		selectionMode: _a.Full,
		paneDragging: !1,
		preventScrolling: !0,
		zoomOnScroll: !0,
		zoomOnPinch: !0,
		zoomOnDoubleClick: !0,
		panOnScroll: !1,
		panOnScrollSpeed: .5,
		panOnScrollMode: ga.Free,
		paneClickDistance: 0,
		nodeClickDistance: 0,
		panOnDrag: !0,
		reconnectRadius: 10,
		onlyRenderVisibleElements: !1,
		defaultViewport: {
			x: 0,
			y: 0,
			zoom: 1
		},
		nodesSelectionActive: !1,
		userSelectionActive: !1,
		userSelectionRect: null,
		defaultMarkerColor: "#b1b1b7",
		connectionLineOptions: {
			type: va.Bezier,
			style: {}
		},
		connectionMode: ha.Strict,
		connectionStartHandle: null,
		connectionEndHandle: null,
		connectionClickStartHandle: null,
		connectionPosition: {
			x: NaN,
			y: NaN
		},
		connectionRadius: 20,
		connectionDragThreshold: 1,
		connectOnClick: !0,
		connectionStatus: null,
		isValidConnection: null,
		onBeforeDelete: null,
		snapGrid: [15, 15],
		snapToGrid: !1,
		edgesReconnectable: !1,
		edgesFocusable: !0,
		nodesFocusable: !0,
		nodesConnectable: !0,
		nodesDraggable: !0,
		nodeDragThreshold: 1,
		elementsSelectable: !0,
		selectNodesOnDrag: !0,
		multiSelectionActive: !1,
		selectionKeyCode: "Shift",
		selectionOnDrag: !1,
		multiSelectionKeyCode: Ja() ? "Meta" : "Control",
		zoomActivationKeyCode: Ja() ? "Meta" : "Control",
		deleteKeyCode: "Backspace",
		panActivationKeyCode: "Space",
		hooks: {
			edgesChange: Z(),
			nodesChange: Z(),
			nodeDoubleClick: Z(),
			nodeClick: Z(),
			nodeMouseEnter: Z(),
			nodeMouseMove: Z(),
			nodeMouseLeave: Z(),
			nodeContextMenu: Z(),
			nodeDragStart: Z(),
			nodeDrag: Z(),
			nodeDragStop: Z(),
			nodesInitialized: Z(),
			miniMapNodeClick: Z(),
			miniMapNodeDoubleClick: Z(),
			miniMapNodeMouseEnter: Z(),
			miniMapNodeMouseMove: Z(),
			miniMapNodeMouseLeave: Z(),
			connect: Z(),
			connectStart: Z(),
			connectEnd: Z(),
			clickConnectStart: Z(),
			clickConnectEnd: Z(),
			init: Z(),
			move: Z(),
			moveStart: Z(),
			moveEnd: Z(),
			selectionDragStart: Z(),
			selectionDrag: Z(),
			selectionDragStop: Z(),
			selectionContextMenu: Z(),
			selectionStart: Z(),
			selectionEnd: Z(),
			selectionChange: Z(),
			viewportChangeStart: Z(),
			viewportChange: Z(),
			viewportChangeEnd: Z(),
			paneScroll: Z(),
			paneClick: Z(),
			paneContextMenu: Z(),
			paneMouseEnter: Z(),
			paneMouseMove: Z(),
			paneMouseLeave: Z(),
			edgeContextMenu: Z(),
			edgeMouseEnter: Z(),
			edgeMouseMove: Z(),
			edgeMouseLeave: Z(),
			edgeDoubleClick: Z(),
			edgeClick: Z(),
			reconnectStart: Z(),
			reconnect: Z(),
			reconnectEnd: Z(),
			updateNodeInternals: Z(),
			error: Z((e) => Hs(e.message))
		},
		autoApplyChanges: !0,
		autoConnect: !1,
		fitViewOnInit: !1,
		fitViewOnInitDone: !1,
		noDragClassName: "nodrag",
		noWheelClassName: "nowheel",
		noPanClassName: "nopan",
		defaultEdgeOptions: void 0,
		elevateEdgesOnSelect: !1,
		elevateNodesOnSelect: !0,
		zIndexMode: "basic",
		autoPanOnNodeDrag: !0,
		autoPanOnConnect: !0,
		autoPanOnNodeFocus: !0,
		autoPanOnSelection: !0,
		autoPanSpeed: 15,
		disableKeyboardA11y: !1,
		ariaLabelConfig: $a(),
		ariaLiveMessage: ""
	};
}
var Kc = [
	"id",
	"vueFlowRef",
	"viewportRef",
	"initialized",
	"nodes",
	"edges",
	"maxZoom",
	"minZoom",
	"translateExtent",
	"nodeExtent",
	"fitView",
	"fitViewOnInit",
	"viewport",
	"hooks",
	"defaultEdgeOptions"
];
function qc(e, t, r, i) {
	let a = function(e, t) {
		let r = n(() => Ws(t));
		return n(() => {
			let n = e.panZoom;
			return e.panZoom && e.dimensions.width && e.dimensions.height ? {
				viewportInitialized: !0,
				zoomIn: async (e) => !!n && n.scaleBy(1.2, e),
				zoomOut: async (e) => !!n && n.scaleBy(1 / 1.2, e),
				zoomTo: async (e, t) => !!n && n.scaleTo(e, t),
				setViewport: async (t, r) => !!n && (await n.setViewport({
					x: t.x ?? e.transform[0],
					y: t.y ?? e.transform[1],
					zoom: t.zoom ?? e.transform[2]
				}, r), !0),
				getViewport: () => ({
					x: e.transform[0],
					y: e.transform[1],
					zoom: e.transform[2]
				}),
				fitView: async (i = {
					padding: rc,
					includeHiddenNodes: !1,
					duration: 0
				}) => !!n && (t.size > 0 && !r.value && await $o(r).toBe(!0), async function({ nodes: e, width: t, height: n, panZoom: r, minZoom: i, maxZoom: a }, o) {
					if (e.size === 0) return Promise.resolve(!0);
					let s = qa(Ea(function(e, t) {
						let n = /* @__PURE__ */ new Map(), r = t?.nodes ? new Set(t.nodes.map((e) => e.id)) : null;
						return e.forEach((e) => {
							!e.measured.width || !e.measured.height || !t?.includeHiddenNodes && e.hidden || r && !r.has(e.id) || n.set(e.id, e);
						}), n;
					}(e, o)), t, n, o?.minZoom ?? i, o?.maxZoom ?? a, o?.padding ?? .1);
					return await r.setViewport(s, {
						duration: o?.duration,
						ease: o?.ease,
						interpolate: o?.interpolate
					}), Promise.resolve(!0);
				}({
					nodes: t,
					width: e.dimensions.width,
					height: e.dimensions.height,
					panZoom: n,
					minZoom: e.minZoom,
					maxZoom: e.maxZoom
				}, {
					padding: i.padding ?? rc,
					duration: i.duration,
					ease: i.ease,
					interpolate: i.interpolate,
					minZoom: i.minZoom,
					maxZoom: i.maxZoom,
					...i.includeHiddenNodes ? { includeHiddenNodes: !0 } : {},
					...i.nodes?.length ? { nodes: i.nodes } : {}
				})),
				setCenter: async (t, r, i) => {
					if (!n) return !1;
					let a = i?.zoom === void 0 ? e.maxZoom : i.zoom, o = e.dimensions.width / 2 - t * a, s = e.dimensions.height / 2 - r * a;
					return await n.setViewport({
						x: o,
						y: s,
						zoom: a
					}, i), !0;
				},
				fitBounds: async (t, r = { padding: rc }) => {
					if (!n) return !1;
					let { x: i, y: a, zoom: o } = qa(t, e.dimensions.width, e.dimensions.height, e.minZoom, e.maxZoom, r.padding ?? rc);
					return await n.setViewport({
						x: i,
						y: a,
						zoom: o
					}, r), !0;
				},
				screenToFlowPosition: (t) => {
					if (e.vueFlowRef) {
						let { x: n, y: r } = e.vueFlowRef.getBoundingClientRect();
						return Wa({
							x: t.x - n,
							y: t.y - r
						}, e.transform, e.snapToGrid, e.snapGrid);
					}
					return {
						x: 0,
						y: 0
					};
				},
				flowToScreenPosition: (t) => {
					if (e.vueFlowRef) {
						let { x: n, y: r } = e.vueFlowRef.getBoundingClientRect();
						return Ga({
							x: t.x + n,
							y: t.y + r
						}, e.transform);
					}
					return {
						x: 0,
						y: 0
					};
				}
			} : ac;
		});
	}(e, t), o = /* @__PURE__ */ new Map(), s = /* @__PURE__ */ new Map();
	function c(e, t) {
		if (e.size !== t.size) return !1;
		for (let [n, r] of e) if (t.get(n) !== r) return !1;
		return !0;
	}
	function l(t) {
		let { nodes: n, hasSelectedNodes: r } = function(e, t, n, r, i) {
			let a = [];
			for (let t = 0; t < e.length; ++t) {
				let n = e[t];
				zs(n) ? a.push(b(V(n))) : r(new J("NODE_INVALID", n?.id ?? `[ID UNKNOWN|INDEX ${t}]`));
			}
			let o = /* @__PURE__ */ new Map();
			for (let [e, n] of t) {
				let { width: t, height: r } = n.measured ?? {};
				o.set(e, {
					measured: t !== void 0 && r !== void 0 ? {
						width: t,
						height: r
					} : void 0,
					handleBounds: n.internals.handleBounds
				});
			}
			let { hasSelectedNodes: s } = function(e, t, n, r = {}) {
				let i = Co(So, r), a = { i: 0 }, o = new Map(t), s = i?.elevateNodesOnSelect && !To(i.zIndexMode) ? 1e3 : 0, c = e.length > 0, l = !1;
				t.clear(), n.clear();
				for (let u of e) {
					let e = o.get(u.id);
					if (i.checkEquality && u === e?.internals.userNode) t.set(u.id, e);
					else {
						let n = ja(wa(u, i.nodeOrigin), Ya(u.extent) ? u.extent : i.nodeExtent, Xa(u));
						e = {
							...i.defaults,
							...u,
							measured: {
								width: u.measured?.width,
								height: u.measured?.height
							},
							internals: {
								positionAbsolute: n,
								handleBounds: wo(u, e),
								z: Do(u, s, i.zIndexMode),
								userNode: u
							}
						}, t.set(u.id, e);
					}
					e.measured !== void 0 && e.measured.width !== void 0 && e.measured.height !== void 0 || e.hidden || (c = !1), u.parentId && Eo(e, t, n, r, a), l ||= u.selected ?? !1;
				}
				return {
					nodesInitialized: c,
					hasSelectedNodes: l
				};
			}(a, t, n, {
				...i,
				checkEquality: !0
			});
			for (let e of a) {
				e.parentId && !t.has(e.parentId) && r(new J("NODE_MISSING_PARENT", e.id, e.parentId));
				let n = o.get(e.id);
				if (n) {
					let r = t.get(e.id);
					r && (!n.measured || r.measured?.width !== void 0 && r.measured?.height !== void 0 || (r.measured = n.measured), n.handleBounds && !r.internals.handleBounds && (r.internals.handleBounds = n.handleBounds));
				}
			}
			return {
				nodes: a,
				hasSelectedNodes: s
			};
		}(t, o, s, e.hooks.error.trigger, {
			nodeOrigin: e.nodeOrigin,
			nodeExtent: e.nodeExtent,
			elevateNodesOnSelect: e.elevateNodesOnSelect,
			zIndexMode: e.zIndexMode
		});
		e.nodes = n, e.nodesSelectionActive = e.nodesSelectionActive && r, d();
	}
	function u(t) {
		let n = V(i);
		for (let e = 0; e < t.length; e++) {
			let r = t[e] = b(V(t[e]));
			n.get(r.id) !== r && i.set(r.id, r);
		}
		if (n.size !== t.length) {
			let e = /* @__PURE__ */ new Set();
			for (let n of t) e.add(n.id);
			for (let t of n.keys()) e.has(t) || i.delete(t);
		}
		e.edges = t, function(e, t) {
			e.clear();
			for (let n of t) {
				let { source: t, target: r, sourceHandle: i = null, targetHandle: a = null } = n, o = {
					edgeId: n.id,
					source: t,
					target: r,
					sourceHandle: i,
					targetHandle: a
				}, s = `${t}-${i}--${r}-${a}`;
				qs("source", o, `${r}-${a}--${t}-${i}`, e, t, i), qs("target", o, s, e, r, a);
			}
		}(e.connectionLookup, e.edges);
	}
	function d(n = !1) {
		(n || s.size > 0) && function(e, t, n) {
			let r = Co(xo, n);
			for (let n of e.values()) if (n.parentId) Eo(n, e, t, r);
			else {
				let e = ja(wa(n, r.nodeOrigin), Ya(n.extent) ? n.extent : r.nodeExtent, Xa(n));
				n.internals.positionAbsolute = e;
			}
		}(o, s, {
			nodeOrigin: e.nodeOrigin,
			nodeExtent: e.nodeExtent,
			elevateNodesOnSelect: e.elevateNodesOnSelect,
			zIndexMode: e.zIndexMode
		}), function() {
			let e = V(t);
			for (let [n, r] of o) e.get(n) !== r && t.set(n, b(r));
			if (e.size !== o.size) for (let n of e.keys()) o.has(n) || t.delete(n);
			let n = V(r);
			for (let [e, t] of s) {
				let i = n.get(e);
				i && c(i, t) || r.set(e, t);
			}
			if (n.size !== s.size) for (let e of n.keys()) s.has(e) || r.delete(e);
		}();
	}
	let f = (t) => {
		let n = t ?? [];
		e.hooks.updateNodeInternals.trigger(n);
	}, p = (t) => Oa(t, e.edges), m = (e) => {
		if (e) return t.get(e)?.internals.userNode;
	}, h = (e) => {
		if (e) return t.get(e);
	}, g = (e) => {
		if (e) return i.get(e);
	}, _ = (t) => {
		let n = (t || e.nodes).filter((e) => e.selected).map((e) => ks(e.id, !1));
		n.length && e.hooks.nodesChange.trigger(n);
	}, v = (t) => {
		let n = (t || e.edges).filter((e) => e.selected).map((e) => ks(e.id, !1));
		n.length && e.hooks.edgesChange.trigger(n);
	}, y = (t) => {
		e.panZoom?.setScaleExtent([t, e.maxZoom]), e.minZoom = t;
	}, x = (t) => {
		e.panZoom?.setScaleExtent([e.minZoom, t]), e.maxZoom = t;
	}, S = (t) => {
		e.panZoom?.setTranslateExtent(t), e.translateExtent = t;
	}, C = (t) => {
		e.nodeExtent = t, d(!0), f();
	}, w = (t) => {
		let n = typeof t == "function" ? t(e.nodes) : t;
		(e.initialized || n.length) && l(n);
	}, T = (t) => {
		let n = typeof t == "function" ? t(e.edges) : t;
		(e.initialized || n.length) && u(Js(n, e.isValidConnection, h, e.hooks.error.trigger, e.defaultEdgeOptions, e.nodes, e.edges));
	}, E = (t, n = !0, r = !1) => {
		let i = typeof t == "function" ? t(e.nodes) : t, a = Array.isArray(i) ? i : [i], o = [], s = [];
		function c(t) {
			let n = p(t);
			for (let t of n) {
				let n = t.deletable ?? e.defaultEdgeOptions?.deletable;
				Q(n) && !n || s.push(Ms(t.id));
			}
		}
		function l(t) {
			let r = [];
			for (let n of e.nodes) n.parentId === t && r.push(n);
			if (r.length) {
				for (let e of r) o.push(js(e.id));
				n && c(r);
				for (let e of r) l(e.id);
			}
		}
		for (let e of a) {
			let t = typeof e == "string" ? m(e) : e;
			t && (Q(t.deletable) && !t.deletable || (o.push(js(t.id)), n && c([t]), r && l(t.id)));
		}
		s.length && e.hooks.edgesChange.trigger(s), o.length && e.hooks.nodesChange.trigger(o);
	}, D = (t) => {
		let n = typeof t == "function" ? t(e.edges) : t, r = Array.isArray(n) ? n : [n], i = [];
		for (let t of r) {
			let n = typeof t == "string" ? g(t) : t;
			if (!n) continue;
			let r = n.deletable ?? e.defaultEdgeOptions?.deletable;
			Q(r) && !r || i.push(Ms(typeof t == "string" ? t : t.id));
		}
		e.hooks.edgesChange.trigger(i);
	}, ee = (e) => {
		let t = Ha((n = e).width) && Ha(n.height) && Ha(n.x) && Ha(n.y);
		var n;
		let r = t ? null : (i = e) && typeof i == "object" && Ca(i) ? e : h(e.id);
		var i;
		return t || r ? [
			t ? e : Ra(r),
			r,
			t
		] : [
			null,
			null,
			t
		];
	}, O = (t) => {
		let n = typeof t == "function" ? t(e) : t, r = [
			"viewportRef",
			"vueFlowRef",
			"dimensions",
			"hooks"
		];
		Q(n.defaultEdgeOptions) && (e.defaultEdgeOptions = n.defaultEdgeOptions), Q(n.fitView) && (e.fitViewOnInit = n.fitView), Q(n.nodes) && w(n.nodes), Q(n.edges) && T(n.edges);
		for (let t of Object.keys(n)) {
			let i = t, a = n[i];
			![...Kc, ...r].includes(i) && Q(a) && (e[i] = a);
		}
		Q(n.maxZoom) && x(n.maxZoom), Q(n.minZoom) && y(n.minZoom), Q(n.translateExtent) && S(n.translateExtent), Q(n.nodeExtent) && C(n.nodeExtent), e.initialized ||= !0;
	};
	return {
		updateNodePositions: (t, n, r) => {
			let i = [], a = [];
			for (let e of t) {
				let t = m(e.id), o = t?.expandParent ? t.parentId : void 0, s = {
					id: e.id,
					type: "position",
					dragging: r,
					positionAbsolute: e.internals.positionAbsolute
				};
				n && (s.position = e.position, o && (s.position = {
					x: Math.max(0, s.position.x),
					y: Math.max(0, s.position.y)
				}, a.push({
					id: e.id,
					parentId: o,
					rect: {
						...e.internals.positionAbsolute,
						width: e.measured?.width ?? 0,
						height: e.measured?.height ?? 0
					}
				}))), i.push(s);
			}
			a.length > 0 && i.push(...Oo(a, o, s, e.nodeOrigin)), i.length && e.hooks.nodesChange.trigger(i);
		},
		updateNodeDimensions: (n) => {
			if (!e.vueFlowRef) return;
			let r = e.vueFlowRef.querySelector(".vue-flow__viewport");
			if (!r) return;
			let i = window.getComputedStyle(r), { m22: a } = new window.DOMMatrixReadOnly(i.transform), c = [], l = [];
			for (let r of n) {
				let n = r, i = h(n.id);
				if (i) {
					let r = to(n.nodeElement);
					if (r.width && r.height && (i.measured.width !== r.width || i.measured.height !== r.height || n.forceUpdate)) {
						let s = n.nodeElement.getBoundingClientRect();
						if (i.measured = {
							width: r.width,
							height: r.height
						}, i.internals.handleBounds || (i.internals.handleBounds = {
							source: null,
							target: null
						}), i.internals.handleBounds.source = ao("source", n.nodeElement, s, a, i.id), i.internals.handleBounds.target = ao("target", n.nodeElement, s, a, i.id), c.push({
							id: i.id,
							type: "dimensions",
							dimensions: r
						}), i.expandParent && i.parentId) {
							let t = h(i.parentId), n = i.internals.positionAbsolute, a = i.extent;
							n = a === "parent" && t ? Ma(n, r, t) : Array.isArray(a) ? ja(n, a, r) : ja(n, e.nodeExtent, r), l.push({
								id: i.id,
								parentId: i.parentId,
								rect: {
									...n,
									width: r.width,
									height: r.height
								}
							});
						}
						let u = b({ ...V(i) });
						o.set(i.id, u), t.set(i.id, u);
					}
				}
			}
			l.length > 0 && c.push(...Oo(l, o, s, e.nodeOrigin)), c.length && e.hooks.nodesChange.trigger(c);
		},
		setNodes: w,
		setEdges: T,
		addNodes: (t) => {
			let n = typeof t == "function" ? t(e.nodes) : t;
			n = Array.isArray(n) ? n : [n];
			let r = [];
			for (let e of n) zs(e) && r.push(As(e));
			r.length && e.hooks.nodesChange.trigger(r);
		},
		addEdges: (t) => {
			let n = typeof t == "function" ? t(e.edges) : t;
			n = Array.isArray(n) ? n : [n];
			let r = Js(n, e.isValidConnection, h, e.hooks.error.trigger, e.defaultEdgeOptions, e.nodes, e.edges), i = [];
			for (let e of r) i.push(As(e));
			i.length && e.hooks.edgesChange.trigger(i);
		},
		removeNodes: E,
		removeEdges: D,
		deleteElements: async ({ nodes: t = [], edges: n = [] }) => {
			let { nodes: r, edges: i } = await async function({ nodesToRemove: e = [], edgesToRemove: t = [], nodes: n, edges: r, onBeforeDelete: i }) {
				let a = new Set(e.map((e) => e.id)), o = [];
				for (let e of n) {
					if (!1 === e.deletable) continue;
					let t = a.has(e.id), n = !t && e.parentId && o.find((t) => t.id === e.parentId);
					(t || n) && o.push(e);
				}
				let s = new Set(t.map((e) => e.id)), c = r.filter((e) => !1 !== e.deletable), l = Oa(o, c);
				for (let e of c) s.has(e.id) && !l.find((t) => t.id === e.id) && l.push(e);
				if (!i) return {
					edges: l,
					nodes: o
				};
				let u = await i({
					nodes: o,
					edges: l
				});
				return typeof u == "boolean" ? u ? {
					edges: l,
					nodes: o
				} : {
					edges: [],
					nodes: []
				} : u;
			}({
				nodesToRemove: t,
				edgesToRemove: n,
				nodes: e.nodes,
				edges: e.edges,
				onBeforeDelete: e.onBeforeDelete ?? void 0
			});
			return r.length && E(r, !1, !1), i.length && D(i), {
				deletedNodes: r,
				deletedEdges: i
			};
		},
		getNode: m,
		getInternalNode: h,
		getEdge: g,
		reconnectEdge: (t, n, r = !0) => {
			let i = g(t.id);
			if (!i) return !1;
			let a = e.edges.findIndex((e) => e.id === t.id), o = function(e, t, n, r, i) {
				if (!t.source || !t.target) return i(new J("EDGE_INVALID", e.id)), !1;
				if (!n) return i(new J("EDGE_NOT_FOUND", e.id)), !1;
				let { id: a, ...o } = e;
				return {
					...o,
					id: r ? po(t) : a,
					source: t.source,
					target: t.target,
					sourceHandle: t.sourceHandle,
					targetHandle: t.targetHandle
				};
			}(t, n, i, r, e.hooks.error.trigger);
			if (o) {
				let [t] = Js([o], e.isValidConnection, h, e.hooks.error.trigger, e.defaultEdgeOptions, e.nodes, e.edges);
				return !!t && (u(e.edges.map((e, n) => n === a ? t : e)), t);
			}
			return !1;
		},
		updateEdge: (t, n, r = { replace: !1 }) => {
			let i = g(t);
			if (!i) return;
			let a = typeof n == "function" ? n(i) : n;
			u(e.edges.map((e) => e.id === t ? r.replace ? a : {
				...e,
				...a
			} : e));
		},
		updateEdgeData: (t, n, r = { replace: !1 }) => {
			let i = g(t);
			if (!i) return;
			let a = typeof n == "function" ? n(i) : n, o = {
				...i,
				data: r.replace ? a : {
					...i.data,
					...a
				}
			};
			u(e.edges.map((e) => e.id === t ? o : e));
		},
		updateNode: (t, n, r = { replace: !1 }) => {
			let i = h(t);
			if (!i) return;
			let a = typeof n == "function" ? n(i) : n;
			l(e.nodes.map((e) => e.id === t ? r.replace ? a : {
				...e,
				...a
			} : e));
		},
		updateNodeData: (t, n, r = { replace: !1 }) => {
			let i = h(t);
			if (!i) return;
			let a = typeof n == "function" ? n(i) : n;
			l(e.nodes.map((e) => e.id === t ? {
				...e,
				data: r.replace ? a : {
					...e.data,
					...a
				}
			} : e));
		},
		applyEdgeChanges: (t) => {
			let n = Os(t, e.edges);
			return u(n), n;
		},
		applyNodeChanges: (t) => {
			let n = Os(t, e.nodes);
			return l(n), n;
		},
		addSelectedNodes: (n) => {
			if (e.multiSelectionActive) {
				let t = n.map((e) => ks(e.id, !0));
				e.hooks.nodesChange.trigger(t);
			} else e.hooks.nodesChange.trigger(Ns(t, new Set(n.map((e) => e.id)))), e.hooks.edgesChange.trigger(Ns(i));
		},
		addSelectedEdges: (n) => {
			if (e.multiSelectionActive) {
				let t = n.map((e) => ks(e.id, !0));
				e.hooks.edgesChange.trigger(t);
			} else e.hooks.edgesChange.trigger(Ns(i, new Set(n.map((e) => e.id)))), e.hooks.nodesChange.trigger(Ns(t, /* @__PURE__ */ new Set()));
		},
		setMinZoom: y,
		setMaxZoom: x,
		setTranslateExtent: S,
		setNodeExtent: C,
		setPaneClickDistance: (t) => {
			e.panZoom?.setClickDistance(t);
		},
		removeSelectedNodes: _,
		removeSelectedEdges: v,
		resetSelectedElements: () => {
			e.elementsSelectable && (_(), v());
		},
		startConnection: (t, n, r = !1) => {
			r ? e.connectionClickStartHandle = t : e.connectionStartHandle = t, e.connectionEndHandle = null, e.connectionStatus = null, n && (e.connectionPosition = n);
		},
		updateConnection: (t, n = null, r = null) => {
			e.connectionStartHandle && (e.connectionPosition = t, e.connectionEndHandle = n, e.connectionStatus = r);
		},
		endConnection: (t, n) => {
			e.connectionPosition = {
				x: NaN,
				y: NaN
			}, e.connectionEndHandle = null, e.connectionStatus = null, n ? e.connectionClickStartHandle = null : e.connectionStartHandle = null;
		},
		setInteractive: (t) => {
			e.nodesDraggable = t, e.nodesConnectable = t, e.elementsSelectable = t;
		},
		setState: O,
		getIntersectingNodes: (e, n = !0, r = Array.from(t.values())) => {
			let [i, a, o] = ee(e);
			if (!i) return [];
			let s = [];
			for (let e of r) {
				if (!(o || e.id !== a.id && e.internals.positionAbsolute)) continue;
				let t = Ra(e), r = Va(t, i);
				(n && r > 0 || r >= t.width * t.height || r >= Number(i.width) * Number(i.height)) && s.push(e);
			}
			return s;
		},
		getConnectedEdges: p,
		getHandleConnections: ({ id: t, type: n, nodeId: r }) => {
			let i = t ? `-${n}-${t}` : `-${n}`;
			return Array.from(e.connectionLookup.get(`${r}${i}`)?.values() ?? []);
		},
		isNodeIntersecting: (e, t, n = !0) => {
			let [r] = ee(e);
			if (!r) return !1;
			let i = Va(r, t);
			return n && i > 0 || i >= t.width * t.height || i >= Number(r.width) * Number(r.height);
		},
		panBy: (t) => {
			let { transform: n, dimensions: r, translateExtent: i, panZoom: a } = e;
			return async function({ delta: e, panZoom: t, transform: n, translateExtent: r, width: i, height: a }) {
				if (!t || !e.x && !e.y) return Promise.resolve(!1);
				let o = await t.setViewportConstrained({
					x: n[0] + e.x,
					y: n[1] + e.y,
					zoom: n[2]
				}, [[0, 0], [i, a]], r), s = !!o && (o.x !== n[0] || o.y !== n[1] || o.k !== n[2]);
				return Promise.resolve(s);
			}({
				delta: t,
				panZoom: a,
				transform: n,
				translateExtent: i,
				...r
			});
		},
		fitView: (e) => a.value.fitView(e),
		zoomIn: (e) => a.value.zoomIn(e),
		zoomOut: (e) => a.value.zoomOut(e),
		zoomTo: (e, t) => a.value.zoomTo(e, t),
		setViewport: (e, t) => a.value.setViewport(e, t),
		getViewport: () => a.value.getViewport(),
		setCenter: (e, t, n) => a.value.setCenter(e, t, n),
		fitBounds: (e, t) => a.value.fitBounds(e, t),
		screenToFlowPosition: (e) => a.value.screenToFlowPosition(e),
		flowToScreenPosition: (e) => a.value.flowToScreenPosition(e),
		toObject: () => ({
			nodes: e.nodes.map((e) => ({ ...e })),
			edges: e.edges.map((e) => ({ ...e })),
			viewport: {
				x: e.transform[0],
				y: e.transform[1],
				zoom: e.transform[2]
			}
		}),
		updateNodeInternals: f,
		viewportInitialized: n(() => a.value.viewportInitialized),
		$reset: () => {
			let { nodes: t, edges: n, ...r } = Gc();
			u([]), l([]), e.panZoom && e.panZoom.setViewport({
				x: e.defaultViewport.x ?? 0,
				y: e.defaultViewport.y ?? 0,
				zoom: e.defaultViewport.zoom ?? 1
			}), O(r);
		},
		$destroy: () => {}
	};
}
var Jc = function({ sourcePosition: t = q.Bottom, targetPosition: n = q.Top, isConnectable: r = !0, data: i }) {
	let a = i?.label;
	return [
		h(Oc, {
			type: "target",
			position: n,
			isConnectable: r
		}),
		typeof a != "string" && a ? h(a) : h(e, [a]),
		h(Oc, {
			type: "source",
			position: t,
			isConnectable: r
		})
	];
};
Jc.props = [
	"sourcePosition",
	"targetPosition",
	"isConnectable",
	"data"
], Jc.inheritAttrs = !1, Jc.compatConfig = { MODE: 3 };
var Yc = function({ sourcePosition: t = q.Bottom, isConnectable: n = !0, data: r }) {
	let i = r?.label;
	return [typeof i != "string" && i ? h(i) : h(e, [i]), h(Oc, {
		type: "source",
		position: t,
		isConnectable: n
	})];
};
Yc.props = [
	"sourcePosition",
	"isConnectable",
	"data"
], Yc.inheritAttrs = !1, Yc.compatConfig = { MODE: 3 };
var Xc = function({ targetPosition: t = q.Top, isConnectable: n, data: r }) {
	let i = r?.label;
	return [h(Oc, {
		type: "target",
		position: t,
		isConnectable: n
	}), typeof i != "string" && i ? h(i) : h(e, [i])];
};
Xc.props = [
	"targetPosition",
	"isConnectable",
	"data"
], Xc.inheritAttrs = !1, Xc.compatConfig = { MODE: 3 };
var Zc = {
	input: Yc,
	default: Jc,
	output: Xc
}, Qc = {
	default: yc,
	straight: Tc,
	step: wc,
	smoothstep: Cc,
	simplebezier: Sc
};
function $c(e, t) {
	return !!e && !!t && e.x === t.x && e.y === t.y && e.zoom === t.zoom;
}
var el = u({
	name: "ConnectionLine",
	compatConfig: { MODE: 3 },
	setup() {
		let { id: e, viewport: t, getInternalNode: r } = Y(), { connectionMode: i, connectionStartHandle: a, connectionEndHandle: o, connectionPosition: s, connectionLineOptions: c, connectionStatus: l } = Ss($()), u = _(fs)?.["connection-line"], d = n(() => r(a.value?.nodeId)), f = n(() => r(o.value?.nodeId) ?? null), p = n(() => ({
			x: (s.value.x - t.value.x) / t.value.zoom,
			y: (s.value.y - t.value.y) / t.value.zoom
		})), m = n(() => c.value.markerStart ? `url(#${yo(c.value.markerStart, e)})` : ""), g = n(() => c.value.markerEnd ? `url(#${yo(c.value.markerEnd, e)})` : "");
		return () => {
			if (!d.value || !a.value) return null;
			let e = a.value.id, t = a.value.type, n = d.value.internals.handleBounds, r = n?.[t] ?? [];
			if (i.value === ha.Loose) {
				let e = n?.[t === "source" ? "target" : "source"] ?? [];
				r = [...r, ...e];
			}
			let s = (e ? r.find((t) => t.id === e) : r[0]) ?? null, _ = s?.position ?? q.Top, { x: v, y } = vo(d.value, s, _), b = null;
			f.value && (b = i.value === ha.Strict ? f.value.internals.handleBounds?.[t === "source" ? "target" : "source"]?.find((e) => e.id === o.value?.id) || null : [...f.value.internals.handleBounds?.source ?? [], ...f.value.internals.handleBounds?.target ?? []].find((e) => e.id === o.value?.id) || null);
			let x = o.value?.position ?? (_ ? Sa[_] : null);
			if (!_ || !x) return null;
			let { x: S, y: C } = b && f.value ? vo(f.value, b, x) : p.value, w = c.value.type ?? va.Bezier, T = "", E = {
				sourceX: v,
				sourceY: y,
				sourcePosition: _,
				targetX: S,
				targetY: C,
				targetPosition: x
			};
			return w === va.Bezier ? [T] = lo(E) : w === va.Step ? [T] = _o({
				...E,
				borderRadius: 0
			}) : w === va.SmoothStep ? [T] = _o(E) : w === va.SimpleBezier ? [T] = xc(E) : T = `M${v},${y} ${S},${C}`, h("svg", { class: "vue-flow__edges vue-flow__connectionline vue-flow__container" }, h("g", { class: "vue-flow__connection" }, u ? h(u, {
				fromX: v,
				fromY: y,
				fromPosition: _,
				toX: S,
				toY: C,
				toPosition: x,
				fromNode: d.value,
				fromHandle: s,
				toNode: f.value,
				toHandle: b,
				markerEnd: g.value,
				markerStart: m.value,
				connectionStatus: l.value,
				pointer: p.value
			}) : h("path", {
				d: T,
				class: [
					c.value.class,
					l.value,
					"vue-flow__connection-path"
				],
				style: { ...c.value.style },
				"marker-end": g.value,
				"marker-start": m.value
			})));
		};
	}
});
function tl(e, t, n) {
	return n === q.Left ? e - t : n === q.Right ? e + t : e;
}
function nl(e, t, n) {
	return n === q.Top ? e - t : n === q.Bottom ? e + t : e;
}
var rl = function({ radius: e = 10, centerX: t = 0, centerY: n = 0, position: r = q.Top, type: i }) {
	return h("circle", {
		class: `vue-flow__edgeupdater vue-flow__edgeupdater-${i}`,
		cx: tl(t, e, r),
		cy: nl(n, e, r),
		r: e,
		stroke: "transparent",
		fill: "transparent"
	});
};
function il(e, t, n) {
	let r = e.internals.handleBounds;
	if (n) return r?.[t] ?? null;
	let i = t === "source" ? "target" : "source";
	return [...r?.[t] ?? [], ...r?.[i] ?? []];
}
rl.props = [
	"radius",
	"centerX",
	"centerY",
	"position",
	"type"
], rl.compatConfig = { MODE: 3 };
var al = u({
	name: "Edge",
	compatConfig: { MODE: 3 },
	props: ["id"],
	setup(e) {
		let { id: t, addSelectedEdges: r, emits: i, getEdgeTypes: a, removeSelectedEdges: o, getEdge: s, getInternalNode: c } = Y(), l = $(), u = H(l, "isValidConnection"), d = n(() => s(e.id)), p = n(() => {
			let e = l.defaultEdgeOptions;
			return e ? {
				...e,
				...d.value
			} : d.value;
		}), m = n(() => function(e, t, n = !1, r = "basic") {
			let i = t(e.source), a = t(e.target);
			return i && a ? function({ sourceNode: e, targetNode: t, selected: n = !1, zIndex: r = 0, elevateOnSelect: i = !1, zIndexMode: a = "basic" }) {
				return a === "manual" ? r : (i && n ? r + 1e3 : r) + Math.max(e.parentId || i && e.selected ? e.internals.z : 0, t.parentId || i && t.selected ? t.internals.z : 0);
			}({
				sourceNode: i,
				targetNode: a,
				selected: e.selected ?? !1,
				zIndex: typeof e.zIndex == "number" ? e.zIndex : 0,
				elevateOnSelect: n,
				zIndexMode: r
			}) : 0;
		}(p.value, c, l.elevateEdgesOnSelect, l.zIndexMode)), g = _(fs), v = f(), y = z(!1), b = z(!1), x = z(""), S = z(null), C = z("source"), w = z(null), T = n(() => p.value.selectable === void 0 ? l.elementsSelectable : p.value.selectable), E = H(() => p.value.reconnectable === void 0 ? l.edgesReconnectable : p.value.reconnectable), D = H(() => p.value.focusable === void 0 ? l.edgesFocusable : p.value.focusable);
		M(us, e.id), M(ds, w);
		let ee = n(() => p.value.class), O = n(() => p.value.style), k = n(() => {
			let e = p.value.type || "default", t = g?.[`edge-${e}`];
			if (t) return t;
			let n = p.value.template ?? a.value[e];
			if (typeof n == "string" && v) {
				let t = Object.keys(v.appContext.components);
				t && t.includes(e) && (n = te(e, !1));
			}
			return n && typeof n != "string" ? n : (i.error(new J("EDGE_TYPE_MISSING", n)), !1);
		}), { handlePointerDown: A } = Xs({
			nodeId: x,
			handleId: S,
			type: C,
			isValidConnection: u,
			reconnectHandleType: C,
			onReconnectStart: (e) => {
				b.value = !0, i.reconnectStart({
					event: e,
					edge: d.value,
					handleType: C.value
				});
			},
			onReconnect: function(e, t) {
				i.reconnect({
					event: e,
					edge: d.value,
					connection: t
				});
			},
			onReconnectEnd: function(e, t) {
				i.reconnectEnd({
					event: e,
					edge: d.value,
					handleType: C.value,
					connectionState: t
				}), b.value = !1;
			}
		});
		return () => {
			if (!d.value) return null;
			let n = c(p.value.source), r = c(p.value.target), o = "pathOptions" in p.value ? p.value.pathOptions : {};
			if (!n && !r) return i.error(new J("EDGE_SOURCE_TARGET_MISSING", p.value.id, p.value.source, p.value.target)), null;
			if (!n) return i.error(new J("EDGE_SOURCE_MISSING", p.value.id, p.value.source)), null;
			if (!r) return i.error(new J("EDGE_TARGET_MISSING", p.value.id, p.value.target)), null;
			if (!p.value || p.value.hidden || n.hidden || r.hidden) return null;
			let s = l.connectionMode === ha.Strict, u = Ls(il(n, "source", s), p.value.sourceHandle), f = Ls(il(r, "target", s), p.value.targetHandle), g = u?.position || q.Bottom, _ = f?.position || q.Top, { x: v, y: x } = vo(n, u, g), { x: S, y: C } = vo(r, f, _);
			return h("svg", { style: { zIndex: m.value } }, h("g", {
				ref: w,
				key: e.id,
				"data-id": e.id,
				class: [
					"vue-flow__edge",
					`vue-flow__edge-${!1 === k.value ? "default" : p.value.type || "default"}`,
					l.noPanClassName,
					ee.value,
					{
						updating: y.value,
						selected: p.value.selected,
						animated: p.value.animated,
						inactive: !T.value && !l.hooks.edgeClick.hasListeners(),
						selectable: T.value
					}
				],
				tabIndex: D.value ? 0 : void 0,
				"aria-label": p.value.ariaLabel === null ? void 0 : p.value.ariaLabel ?? `Edge from ${p.value.source} to ${p.value.target}`,
				"aria-describedby": D.value ? `${Ts}-${t}` : void 0,
				"aria-roledescription": "edge",
				role: D.value ? "group" : "img",
				...p.value.domAttributes,
				onClick: F,
				onContextmenu: I,
				onDblclick: L,
				onMouseenter: R,
				onMousemove: B,
				onMouseleave: V,
				onKeyDown: D.value ? W : void 0
			}, [b.value ? null : h(!1 === k.value ? a.value.default : k.value, {
				id: e.id,
				source: p.value.source,
				target: p.value.target,
				type: p.value.type,
				reconnectable: E.value,
				selectable: T.value,
				deletable: p.value.deletable,
				selected: p.value.selected,
				animated: p.value.animated,
				label: p.value.label,
				labelStyle: p.value.labelStyle,
				labelShowBg: p.value.labelShowBg,
				labelBgStyle: p.value.labelBgStyle,
				labelBgPadding: p.value.labelBgPadding,
				labelBgBorderRadius: p.value.labelBgBorderRadius,
				data: p.value.data,
				style: O.value,
				markerStart: p.value.markerStart ? `url('#${yo(p.value.markerStart, t)}')` : void 0,
				markerEnd: p.value.markerEnd ? `url('#${yo(p.value.markerEnd, t)}')` : void 0,
				sourcePosition: g,
				targetPosition: _,
				sourceX: v,
				sourceY: x,
				targetX: S,
				targetY: C,
				sourceHandleId: p.value.sourceHandle,
				targetHandleId: p.value.targetHandle,
				interactionWidth: p.value.interactionWidth,
				...o
			}), [E.value === "source" || !0 === E.value ? [h("g", {
				onMousedown: ne,
				onMouseenter: j,
				onMouseout: N
			}, h(rl, {
				position: g,
				centerX: v,
				centerY: x,
				radius: l.reconnectRadius,
				type: "source",
				"data-type": "source"
			}))] : null, E.value === "target" || !0 === E.value ? [h("g", {
				onMousedown: U,
				onMouseenter: j,
				onMouseout: N
			}, h(rl, {
				position: _,
				centerX: S,
				centerY: C,
				radius: l.reconnectRadius,
				type: "target",
				"data-type": "target"
			}))] : null]]));
		};
		function j() {
			y.value = !0;
		}
		function N() {
			y.value = !1;
		}
		function P(e, t) {
			e.button === 0 && (x.value = t ? p.value.target : p.value.source, S.value = (t ? p.value.targetHandle : p.value.sourceHandle) ?? null, C.value = t ? "target" : "source", A(e));
		}
		function F(e) {
			let t = {
				event: e,
				edge: d.value
			};
			T.value && (l.nodesSelectionActive = !1, p.value.selected && l.multiSelectionActive ? (o([d.value]), w.value?.blur()) : r([d.value])), i.edgeClick(t);
		}
		function I(e) {
			i.edgeContextMenu({
				event: e,
				edge: d.value
			});
		}
		function L(e) {
			i.edgeDoubleClick({
				event: e,
				edge: d.value
			});
		}
		function R(e) {
			i.edgeMouseEnter({
				event: e,
				edge: d.value
			});
		}
		function B(e) {
			i.edgeMouseMove({
				event: e,
				edge: d.value
			});
		}
		function V(e) {
			i.edgeMouseLeave({
				event: e,
				edge: d.value
			});
		}
		function ne(e) {
			P(e, !0);
		}
		function U(e) {
			P(e, !1);
		}
		function W(e) {
			!l.disableKeyboardA11y && Es.includes(e.key) && T.value && (e.key === "Escape" ? (w.value?.blur(), o([d.value])) : r([d.value]));
		}
	}
}), ol = function(e) {
	return e.Arrow = "arrow", e.ArrowClosed = "arrowclosed", e;
}({}), sl = [
	"id",
	"markerWidth",
	"markerHeight",
	"markerUnits",
	"orient"
], cl = X(u({
	name: "MarkerType",
	compatConfig: { MODE: 3 },
	props: {
		id: {
			type: String,
			required: !0
		},
		type: {
			type: String,
			required: !0
		},
		color: {
			type: [String, null],
			required: !1,
			default: "none"
		},
		width: {
			type: Number,
			required: !1,
			default: 12.5
		},
		height: {
			type: Number,
			required: !1,
			default: 12.5
		},
		markerUnits: {
			type: String,
			required: !1,
			default: "strokeWidth"
		},
		orient: {
			type: String,
			required: !1,
			default: "auto-start-reverse"
		},
		strokeWidth: {
			type: Number,
			required: !1,
			default: 1
		}
	},
	setup(e, { expose: t }) {
		t();
		let n = { get MarkerType() {
			return ol;
		} };
		return Object.defineProperty(n, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), n;
	}
}), [["render", function(e, t, n, r, o, s) {
	return j(), a("marker", {
		id: n.id,
		class: "vue-flow__arrowhead",
		viewBox: "-10 -10 20 20",
		refX: "0",
		refY: "0",
		markerWidth: `${n.width}`,
		markerHeight: `${n.height}`,
		markerUnits: n.markerUnits,
		orient: n.orient
	}, [n.type === r.MarkerType.ArrowClosed ? (j(), a("polyline", {
		key: 0,
		class: "arrowclosed",
		style: E(n.color ? {
			stroke: n.color,
			fill: n.color,
			strokeWidth: n.strokeWidth
		} : { strokeWidth: n.strokeWidth }),
		"stroke-linecap": "round",
		"stroke-linejoin": "round",
		points: "-5,-4 0,0 -5,4 -5,-4"
	}, null, 4)) : i("v-if", !0), n.type === r.MarkerType.Arrow ? (j(), a("polyline", {
		key: 1,
		class: "arrow",
		style: E(n.color ? {
			stroke: n.color,
			strokeWidth: n.strokeWidth
		} : { strokeWidth: n.strokeWidth }),
		"stroke-linecap": "round",
		"stroke-linejoin": "round",
		fill: "none",
		points: "-5,-4 0,0 -5,4"
	}, null, 4)) : i("v-if", !0)], 8, sl);
}], ["__file", ""]]), ll = {
	class: "vue-flow__marker vue-flow__container",
	"aria-hidden": "true"
}, ul = X(u({
	name: "MarkerDefinitions",
	compatConfig: { MODE: 3 },
	setup(e, { expose: t }) {
		t();
		let { id: r } = Y(), { edges: i, connectionLineOptions: a, defaultEdgeOptions: o, defaultMarkerColor: s } = Ss($()), c = {
			vueFlowId: r,
			edges: i,
			connectionLineOptions: a,
			defaultEdgeOptions: o,
			defaultColor: s,
			markers: n(() => {
				let e = /* @__PURE__ */ new Set(), t = [], n = (n) => {
					if (n) {
						let i = yo(n, r);
						e.has(i) || (typeof n == "object" ? t.push({
							...n,
							id: i,
							color: n.color || s.value
						}) : t.push({
							id: i,
							color: s.value,
							type: n
						}), e.add(i));
					}
				};
				for (let e of [a.value.markerEnd, a.value.markerStart]) n(e);
				for (let e of i.value) for (let t of [e.markerStart ?? o.value?.markerStart, e.markerEnd ?? o.value?.markerEnd]) n(t);
				return t.sort((e, t) => e.id.localeCompare(t.id));
			}),
			MarkerSymbols: cl
		};
		return Object.defineProperty(c, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), c;
	}
}), [["render", function(t, n, i, s, c, l) {
	return j(), a("svg", ll, [o("defs", null, [(j(!0), a(e, null, F(s.markers, (e) => (j(), r(s.MarkerSymbols, {
		id: e.id,
		key: e.id,
		type: e.type,
		color: e.color,
		width: e.width,
		height: e.height,
		markerUnits: e.markerUnits,
		"stroke-width": e.strokeWidth,
		orient: e.orient
	}, null, 8, [
		"id",
		"type",
		"color",
		"width",
		"height",
		"markerUnits",
		"stroke-width",
		"orient"
	]))), 128))])]);
}], ["__file", ""]]), dl = { class: "vue-flow__edges" }, fl = X(u({
	name: "Edges",
	compatConfig: { MODE: 3 },
	setup(e, { expose: t }) {
		t();
		let { getEdges: r } = Y(), i = {
			getEdges: r,
			edgeIds: n((e) => {
				let t = r.value, n = t.length;
				if (e && e.length === n) {
					let r = !0;
					for (let i = 0; i < n; i++) if (t[i].id !== e[i]) {
						r = !1;
						break;
					}
					if (r) return e;
				}
				return t.map((e) => e.id);
			}),
			get EdgeWrapper() {
				return al;
			},
			MarkerDefinitions: ul
		};
		return Object.defineProperty(i, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), i;
	}
}), [["render", function(t, n, o, s, c, u) {
	return j(), a("div", dl, [
		l(s.MarkerDefinitions),
		i(" iterate stable ids + v-memo so this v-for only re-runs on edge membership changes; an edge\n    data/selection update re-renders just that edge's wrapper, and a node drag never touches it "),
		(j(!0), a(e, null, F(s.edgeIds, (e, t, n, i) => {
			let a = [e];
			if (i && i.el && i.key === e && v(i, a)) return i;
			let o = (j(), r(s.EdgeWrapper, {
				id: e,
				key: e
			}, null, 8, ["id"]));
			return o.memo = a, o;
		}, n, 0), 128))
	]);
}], ["__file", ""]]), pl = u({
	name: "Node",
	compatConfig: { MODE: 3 },
	props: ["id", "resizeObserver"],
	setup(e) {
		let { id: t, emits: r, getInternalNode: i, removeSelectedNodes: a, addSelectedNodes: o, updateNodeDimensions: s, onUpdateNodeInternals: c, getNodeTypes: l, setCenter: u } = Y(), d = $(), { parentLookup: p } = d, m = H(d, "nodesSelectionActive"), g = z(null);
		M(ls, g), M(cs, e.id);
		let v = _(fs), y = f(), b = nc(), x = n(() => i(e.id)), S = n(() => {
			let e = x.value;
			return e && e.draggable !== void 0 ? e.draggable : d.nodesDraggable;
		}), w = n(() => {
			let e = x.value;
			return e && e.selectable !== void 0 ? e.selectable : d.elementsSelectable;
		}), T = H(() => {
			let e = x.value;
			return e && e.connectable !== void 0 ? e.connectable : d.nodesConnectable;
		}), E = H(() => {
			let e = x.value;
			return e && e.focusable !== void 0 ? e.focusable : d.nodesFocusable;
		}), D = n(() => w.value || S.value || d.hooks.nodeClick.hasListeners() || d.hooks.nodeDoubleClick.hasListeners() || d.hooks.nodeMouseEnter.hasListeners() || d.hooks.nodeMouseMove.hasListeners() || d.hooks.nodeMouseLeave.hasListeners()), ee = n(() => !!x.value && Za(x.value)), k = n(() => (p.get(e.id)?.size ?? 0) > 0), A = n(() => {
			let e = x.value?.type || "default", t = v?.[`node-${e}`];
			if (t) return t;
			let n = l.value[e];
			if (typeof n == "string" && y) {
				let t = Object.keys(y.appContext.components);
				t && t.includes(e) && (n = te(e, !1));
			}
			return n && typeof n != "string" ? n : (r.error(new J("NODE_TYPE_MISSING", n)), !1);
		}), j = Cs({
			id: e.id,
			el: g,
			disabled: () => !S.value,
			selectable: w,
			dragHandle: n(() => x.value?.dragHandle),
			onStart(e) {
				r.nodeDragStart(e);
			},
			onDrag(e) {
				r.nodeDrag(e);
			},
			onStop(e) {
				r.nodeDragStop(e);
			},
			onClick(e) {
				ne(e);
			}
		}), N = n(() => {
			let e = x.value, t = { ...e?.style }, n = !!e?.internals.handleBounds, r = e?.width ?? (n ? void 0 : e?.initialWidth), i = e?.height ?? (n ? void 0 : e?.initialHeight);
			return t.width || r == null || (t.width = `${r}px`), t.height || i == null || (t.height = `${i}px`), t;
		}), P = H(() => Number(x.value?.zIndex ?? N.value.zIndex ?? 0));
		return c((t) => {
			!t.includes(e.id) && t.length || F();
		}), O(() => {
			G(() => x.value?.hidden, (t = !1, n, r) => {
				!t && g.value && (e.resizeObserver.observe(g.value), r(() => {
					g.value && e.resizeObserver.unobserve(g.value);
				}));
			}, {
				immediate: !0,
				flush: "post"
			});
		}), G([
			() => x.value?.type,
			() => x.value?.sourcePosition,
			() => x.value?.targetPosition
		], () => {
			C(() => {
				s([{
					id: e.id,
					nodeElement: g.value,
					forceUpdate: !0
				}]);
			});
		}), () => {
			let e = x.value;
			return !e || e.hidden ? null : h("div", {
				ref: g,
				"data-id": e.id,
				class: [
					"vue-flow__node",
					`vue-flow__node-${!1 === A.value ? "default" : e.type || "default"}`,
					{
						[d.noPanClassName]: S.value,
						dragging: j?.value,
						draggable: S.value,
						selected: e.selected,
						selectable: w.value,
						parent: k.value
					},
					e.class
				],
				style: {
					visibility: ee.value ? "visible" : "hidden",
					zIndex: e.internals.z ?? P.value,
					transform: `translate(${e.internals.positionAbsolute.x}px,${e.internals.positionAbsolute.y}px)`,
					pointerEvents: D.value ? "all" : "none",
					...N.value
				},
				tabIndex: E.value ? 0 : void 0,
				role: E.value ? "group" : void 0,
				"aria-describedby": d.disableKeyboardA11y ? void 0 : `${ws}-${t}`,
				"aria-label": e.ariaLabel,
				"aria-roledescription": "node",
				...e.domAttributes,
				onMouseenter: I,
				onMousemove: L,
				onMouseleave: R,
				onContextmenu: B,
				onClick: ne,
				onDblclick: V,
				onKeydown: U,
				onFocus: E.value ? W : void 0
			}, [h(!1 === A.value ? l.value.default : A.value, {
				id: e.id,
				type: e.type,
				data: e.data,
				selected: !!e.selected,
				dragging: j.value,
				isConnectable: T.value,
				positionAbsoluteX: e.internals.positionAbsolute.x,
				positionAbsoluteY: e.internals.positionAbsolute.y,
				width: e.measured.width,
				height: e.measured.height,
				parentId: e.parentId,
				zIndex: e.internals.z ?? P.value,
				selectable: e.selectable ?? !0,
				deletable: e.deletable ?? !0,
				draggable: e.draggable ?? !0,
				targetPosition: e.targetPosition,
				sourcePosition: e.sourcePosition,
				dragHandle: e.dragHandle,
				onUpdateNodeInternals: F
			})]);
		};
		function F() {
			g.value && s([{
				id: e.id,
				nodeElement: g.value,
				forceUpdate: !0
			}]);
		}
		function I(e) {
			let t = x.value;
			t && !j?.value && r.nodeMouseEnter({
				event: e,
				node: t.internals.userNode
			});
		}
		function L(e) {
			let t = x.value;
			t && !j?.value && r.nodeMouseMove({
				event: e,
				node: t.internals.userNode
			});
		}
		function R(e) {
			let t = x.value;
			t && !j?.value && r.nodeMouseLeave({
				event: e,
				node: t.internals.userNode
			});
		}
		function B(e) {
			let t = x.value;
			t && r.nodeContextMenu({
				event: e,
				node: t.internals.userNode
			});
		}
		function V(e) {
			let t = x.value;
			t && r.nodeDoubleClick({
				event: e,
				node: t.internals.userNode
			});
		}
		function ne(e) {
			let t = x.value;
			t && (w.value && (!d.selectNodesOnDrag || !S.value || d.nodeDragThreshold > 0) && Gs(t, d.multiSelectionActive, o, a, m, !1, g.value), r.nodeClick({
				event: e,
				node: t.internals.userNode
			}));
		}
		function U(e) {
			let t = x.value;
			if (t && !$s(e) && !d.disableKeyboardA11y) {
				if (Es.includes(e.key) && w.value) {
					let n = e.key === "Escape";
					Gs(t, d.multiSelectionActive, o, a, m, n, g.value);
				} else S.value && t.selected && Ds[e.key] && (e.preventDefault(), d.ariaLiveMessage = d.ariaLabelConfig["node.a11yDescription.ariaLiveMessage"]({
					direction: e.key.replace("Arrow", "").toLowerCase(),
					x: ~~t.position.x,
					y: ~~t.position.y
				}), b({
					x: Ds[e.key].x,
					y: Ds[e.key].y
				}, e.shiftKey));
			}
		}
		function W() {
			let e = x.value;
			e && !d.disableKeyboardA11y && d.autoPanOnNodeFocus && g.value?.matches(":focus-visible") && (Da(/* @__PURE__ */ new Map([[e.id, e]]), {
				x: 0,
				y: 0,
				width: d.dimensions.width,
				height: d.dimensions.height
			}, d.transform, !0).length > 0 || u(e.internals.positionAbsolute.x + (e.measured.width ?? 0) / 2, e.internals.positionAbsolute.y + (e.measured.height ?? 0) / 2, { zoom: d.transform[2] }));
		}
	}
}), ml = ["tabindex"], hl = X(u({
	name: "NodesSelection",
	compatConfig: { MODE: 3 },
	setup(e, { expose: t }) {
		t();
		let { emits: r, viewport: i, getSelectedNodes: a } = Y(), { nodeLookup: o } = $(), { noPanClassName: s, disableKeyboardA11y: c, userSelectionActive: l } = Ss($()), u = nc(), d = z(null), f = Cs({
			el: d,
			onStart(e) {
				r.selectionDragStart(e), r.nodeDragStart(e);
			},
			onDrag(e) {
				r.selectionDrag(e), r.nodeDrag(e);
			},
			onStop(e) {
				r.selectionDragStop(e), r.nodeDragStop(e);
			}
		});
		O(() => {
			c.value || d.value?.focus({ preventScroll: !0 });
		});
		let p = n(() => Ta(a.value, { nodeLookup: o })), m = {
			emits: r,
			viewport: i,
			getSelectedNodes: a,
			nodeLookup: o,
			noPanClassName: s,
			disableKeyboardA11y: c,
			userSelectionActive: l,
			updatePositions: u,
			el: d,
			dragging: f,
			selectedNodesBBox: p,
			innerStyle: n(() => ({
				width: `${p.value.width}px`,
				height: `${p.value.height}px`,
				top: `${p.value.y}px`,
				left: `${p.value.x}px`
			})),
			onContextMenu: function(e) {
				r.selectionContextMenu({
					event: e,
					nodes: [...a.value]
				});
			},
			onKeyDown: function(e) {
				c.value || Ds[e.key] && (e.preventDefault(), u({
					x: Ds[e.key].x,
					y: Ds[e.key].y
				}, e.shiftKey));
			}
		};
		return Object.defineProperty(m, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), m;
	}
}), [["render", function(e, t, n, r, s, c) {
	return !r.userSelectionActive && r.selectedNodesBBox.width && r.selectedNodesBBox.height ? (j(), a("div", {
		key: 0,
		class: w(["vue-flow__nodesselection vue-flow__container", r.noPanClassName]),
		style: E({ transform: `translate(${r.viewport.x}px,${r.viewport.y}px) scale(${r.viewport.zoom})` })
	}, [o("div", {
		ref: "el",
		class: w([{ dragging: r.dragging }, "vue-flow__nodesselection-rect"]),
		style: E(r.innerStyle),
		tabindex: r.disableKeyboardA11y ? void 0 : -1,
		onContextmenu: r.onContextMenu,
		onKeydown: r.onKeyDown
	}, null, 46, ml)], 6)) : i("v-if", !0);
}], ["__file", ""]]), gl = X(u({
	name: "UserSelection",
	compatConfig: { MODE: 3 },
	props: { userSelectionRect: {
		type: Object,
		required: !0
	} },
	setup(e, { expose: t }) {
		t();
		let n = {};
		return Object.defineProperty(n, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), n;
	}
}), [["render", function(e, t, n, r, i, o) {
	return j(), a("div", {
		class: "vue-flow__selection vue-flow__container",
		style: E({
			width: `${n.userSelectionRect.width}px`,
			height: `${n.userSelectionRect.height}px`,
			transform: `translate(${n.userSelectionRect.x}px, ${n.userSelectionRect.y}px)`
		})
	}, null, 4);
}], ["__file", ""]]), _l = { class: "vue-flow__nodes vue-flow__container" }, vl = X(u({
	name: "Nodes",
	compatConfig: { MODE: 3 },
	setup(e, { expose: t }) {
		t();
		let { getNodes: r, updateNodeDimensions: i, emits: a } = Y(), { nodeLookup: o } = $(), s = n((e) => {
			let t = r.value, n = t.length;
			if (e && e.length === n) {
				let r = !0;
				for (let i = 0; i < n; i++) if (t[i].id !== e[i]) {
					r = !1;
					break;
				}
				if (r) return e;
			}
			return t.map((e) => e.id);
		}), c = zc(), l = z();
		G(c, (e) => {
			e && C(() => {
				a.nodesInitialized(Array.from(o.values(), (e) => e.internals.userNode));
			});
		}, { immediate: !0 }), O(() => {
			l.value = new ResizeObserver((e) => {
				let t = e.map((e) => ({
					id: e.target.getAttribute("data-id"),
					nodeElement: e.target,
					forceUpdate: !0
				}));
				C(() => i(t));
			});
		}), ee(() => l.value?.disconnect());
		let u = {
			getNodes: r,
			updateNodeDimensions: i,
			emits: a,
			nodeLookup: o,
			nodeIds: s,
			nodesInitialized: c,
			resizeObserver: l,
			get NodeWrapper() {
				return pl;
			}
		};
		return Object.defineProperty(u, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), u;
	}
}), [["render", function(t, n, o, s, c, l) {
	return j(), a("div", _l, [s.resizeObserver ? (j(!0), a(e, { key: 0 }, F(s.nodeIds, (e, t, n, i) => {
		let a = [e];
		if (i && i.el && i.key === e && v(i, a)) return i;
		let o = (j(), r(s.NodeWrapper, {
			id: e,
			key: e,
			"resize-observer": s.resizeObserver
		}, null, 8, ["id", "resize-observer"]));
		return o.memo = a, o;
	}, n, 0), 128)) : i("v-if", !0)]);
}], ["__file", ""]]), yl = X(u({
	name: "Pane",
	compatConfig: { MODE: 3 },
	props: {
		isSelecting: {
			type: Boolean,
			required: !0
		},
		selectionKeyPressed: {
			type: Boolean,
			required: !0
		}
	},
	setup(e, { expose: t }) {
		t();
		let { emits: n, removeSelectedNodes: r, removeSelectedEdges: i, resetSelectedElements: a, getSelectedEdges: o, getSelectedNodes: s, deleteElements: c, panBy: l } = Y(), { edgeLookup: u, nodeLookup: d } = $(), { vueFlowRef: f, transform: p, userSelectionActive: m, userSelectionRect: h, elementsSelectable: g, nodesSelectionActive: _, selectionMode: v, deleteKeyCode: y, multiSelectionKeyCode: b, multiSelectionActive: x, connectionLookup: S, defaultEdgeOptions: C, connectionStartHandle: w, panOnDrag: T, paneClickDistance: E, autoPanOnSelection: D, autoPanSpeed: ee } = Ss($()), O = z(null), k = z(/* @__PURE__ */ new Set()), j = z(/* @__PURE__ */ new Set()), M = z(null), N = H(() => g.value && (e.isSelecting || m.value)), P = H(() => w.value !== null), F = !1, I = !1, te = 0, L = !1, R = {
			x: 0,
			y: 0
		}, B = tc(y, { actInsideInputWithModifier: !1 }), V = tc(b);
		function ne(e) {
			F || P.value ? F = !1 : (n.paneClick(e), a(), _.value = !1);
		}
		function U(e, t) {
			if (!h.value) return;
			let { startX: r = 0, startY: i = 0 } = h.value, a = Ga({
				x: r,
				y: i
			}, p.value), o = {
				startX: r,
				startY: i,
				x: e < a.x ? e : a.x,
				y: t < a.y ? t : a.y,
				width: Math.abs(e - a.x),
				height: Math.abs(t - a.y)
			}, s = k.value, c = j.value;
			k.value = new Set(Da(d, o, p.value, v.value === _a.Partial, !0).map((e) => e.id)), j.value = /* @__PURE__ */ new Set();
			let l = C.value?.selectable ?? g.value;
			for (let e of k.value) {
				let t = S.value.get(e);
				if (t) for (let { edgeId: e } of t.values()) {
					let t = u.get(e);
					t && (t.selectable ?? l) && j.value.add(e);
				}
			}
			if (!Qa(s, k.value)) {
				let e = Ns(d, k.value);
				n.nodesChange(e);
			}
			if (!Qa(c, j.value)) {
				let e = Ns(u, j.value);
				n.edgesChange(e);
			}
			h.value = o, m.value = !0, _.value = !1;
		}
		function W() {
			if (!D.value || !M.value) return;
			let [e, t] = Pa(R, M.value, ee.value);
			l({
				x: e,
				y: t
			}).then((e) => {
				F && e && U(R.x, R.y), te = requestAnimationFrame(W);
			});
		}
		function re() {
			cancelAnimationFrame(te), te = 0, L = !1;
		}
		G(B, (e) => {
			e && (c({
				nodes: [...s.value],
				edges: [...o.value]
			}), _.value = !1);
		}), G(V, (e) => {
			x.value = e;
		}), A(() => {
			re();
		});
		let ie = {
			emits: n,
			removeSelectedNodes: r,
			removeSelectedEdges: i,
			resetSelectedElements: a,
			getSelectedEdges: o,
			getSelectedNodes: s,
			deleteElements: c,
			panBy: l,
			edgeLookup: u,
			nodeLookup: d,
			vueFlowRef: f,
			transform: p,
			userSelectionActive: m,
			userSelectionRect: h,
			elementsSelectable: g,
			nodesSelectionActive: _,
			selectionMode: v,
			deleteKeyCode: y,
			multiSelectionKeyCode: b,
			multiSelectionActive: x,
			connectionLookup: S,
			defaultEdgeOptions: C,
			connectionStartHandle: w,
			panOnDrag: T,
			paneClickDistance: E,
			autoPanOnSelection: D,
			autoPanSpeed: ee,
			container: O,
			selectedNodeIds: k,
			selectedEdgeIds: j,
			containerBounds: M,
			hasActiveSelection: N,
			connectionInProgress: P,
			get selectionInProgress() {
				return F;
			},
			set selectionInProgress(e) {
				F = e;
			},
			get selectionStarted() {
				return I;
			},
			set selectionStarted(e) {
				I = e;
			},
			get autoPanId() {
				return te;
			},
			set autoPanId(e) {
				te = e;
			},
			get autoPanStarted() {
				return L;
			},
			set autoPanStarted(e) {
				L = e;
			},
			get lastPointerPosition() {
				return R;
			},
			set lastPointerPosition(e) {
				R = e;
			},
			deleteKeyPressed: B,
			multiSelectKeyPressed: V,
			wrapHandler: function(e, t) {
				return (n) => {
					n.target === t && e?.(n);
				};
			},
			onClick: ne,
			onContextMenu: function(e) {
				Array.isArray(T.value) && T.value?.includes(2) ? e.preventDefault() : n.paneContextMenu(e);
			},
			onWheel: function(e) {
				n.paneScroll(e);
			},
			onPointerDown: function(t) {
				if (M.value = f.value?.getBoundingClientRect() ?? null, !g.value || !e.isSelecting || t.button !== 0 || t.target !== O.value || !M.value) return;
				t.target?.setPointerCapture?.(t.pointerId);
				let { x: n, y: r } = io(t, M.value);
				I = !0, F = !1, L = !1;
				let i = Wa({
					x: n,
					y: r
				}, p.value);
				h.value = {
					width: 0,
					height: 0,
					startX: i.x,
					startY: i.y,
					x: n,
					y: r
				};
			},
			commitUserSelectionRect: U,
			autoPan: W,
			cleanupAutoPan: re,
			onPointerMove: function(t) {
				if (!M.value || !h.value) return;
				let { x: a, y: o } = io(t, M.value);
				if (R = {
					x: a,
					y: o
				}, !F) {
					let s = Ga({
						x: h.value.startX,
						y: h.value.startY
					}, p.value), c = e.selectionKeyPressed ? 0 : E.value;
					if (Math.hypot(a - s.x, o - s.y) <= c) return;
					r(), i(), n.selectionStart(t);
				}
				F = !0, L ||= (W(), !0), U(a, o);
			},
			onPointerUp: function(t) {
				t.button === 0 && I && (t.target?.releasePointerCapture(t.pointerId), !m.value && h.value && t.target === O.value && ne(t), m.value = !1, h.value = null, F && (_.value = k.value.size > 0, n.selectionEnd(t)), e.selectionKeyPressed && (F = !1), I = !1, re());
			},
			onPointerCancel: function(e) {
				e.target?.releasePointerCapture?.(e.pointerId), re();
			},
			NodesSelection: hl,
			UserSelection: gl
		};
		return Object.defineProperty(ie, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), ie;
	}
}), [["render", function(e, t, n, o, s, c) {
	return j(), a("div", {
		ref: "container",
		class: w(["vue-flow__pane vue-flow__container", { selection: n.isSelecting }]),
		onClick: t[0] ||= (e) => o.hasActiveSelection ? void 0 : o.wrapHandler(o.onClick, o.container)(e),
		onContextmenu: t[1] ||= (e) => o.wrapHandler(o.onContextMenu, o.container)(e),
		onWheelPassive: t[2] ||= (e) => o.wrapHandler(o.onWheel, o.container)(e),
		onPointerenter: t[3] ||= (e) => o.hasActiveSelection ? void 0 : o.emits.paneMouseEnter(e),
		onPointerdown: t[4] ||= (e) => o.hasActiveSelection ? o.onPointerDown(e) : o.emits.paneMouseMove(e),
		onPointermove: t[5] ||= (e) => o.hasActiveSelection ? o.onPointerMove(e) : o.emits.paneMouseMove(e),
		onPointerup: t[6] ||= (e) => o.hasActiveSelection ? o.onPointerUp(e) : void 0,
		onPointercancel: t[7] ||= (e) => o.hasActiveSelection ? o.onPointerCancel(e) : void 0,
		onPointerleave: t[8] ||= (e) => o.emits.paneMouseLeave(e)
	}, [
		I(e.$slots, "default"),
		o.userSelectionActive && o.userSelectionRect ? (j(), r(o.UserSelection, {
			key: 0,
			"user-selection-rect": o.userSelectionRect
		}, null, 8, ["user-selection-rect"])) : i("v-if", !0),
		o.nodesSelectionActive && o.getSelectedNodes.length ? (j(), r(o.NodesSelection, { key: 1 })) : i("v-if", !0)
	], 34);
}], ["__file", ""]]), bl = u({
	name: "ZoomPaneSlot",
	compatConfig: { MODE: 3 },
	setup() {
		let e = _(fs);
		return () => e?.["zoom-pane"]?.() ?? null;
	}
}), xl = X(u({
	name: "Viewport",
	compatConfig: { MODE: 3 },
	setup(e, { expose: t }) {
		t();
		let { viewport: r } = Y(), { fitViewOnInit: i, fitViewOnInitDone: a } = Ss($()), o = {
			viewport: r,
			fitViewOnInit: i,
			fitViewOnInitDone: a,
			isHidden: n(() => !!i.value && !a.value),
			transform: n(() => `translate(${r.value.x}px,${r.value.y}px) scale(${r.value.zoom})`),
			get ZoomPaneSlot() {
				return bl;
			}
		};
		return Object.defineProperty(o, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), o;
	}
}), [["render", function(e, t, n, r, o, s) {
	return j(), a("div", {
		class: "vue-flow__viewport vue-flow__container",
		style: E({
			transform: r.transform,
			opacity: r.isHidden ? 0 : void 0
		})
	}, [
		I(e.$slots, "default"),
		i(" the `zoom-pane` slot belongs in this transformed layer; pulled from the provided `Slots` as a\n    propless child so it bails out of this component's per-frame (transform) re-renders "),
		l(r.ZoomPaneSlot)
	], 4);
}], ["__file", ""]]), Sl = X(u({
	name: "ZoomPane",
	setup(e, { expose: t }) {
		t();
		let { id: n, emits: r } = Y(), { transform: i, viewportRef: a, panZoom: o, paneDragging: s, userSelectionActive: c, zoomActivationKeyCode: l, minZoom: u, maxZoom: d, translateExtent: f, defaultViewport: p, zoomOnScroll: m, zoomOnPinch: h, panOnScroll: g, panOnScrollSpeed: _, panOnScrollMode: v, zoomOnDoubleClick: y, panOnDrag: b, preventScrolling: x, noPanClassName: S, noWheelClassName: C, panActivationKeyCode: w, selectionKeyCode: T, selectionOnDrag: E, paneClickDistance: D, connectionStartHandle: j } = Ss($()), M = tc(l), N = tc(w), P = tc(T), F = H(() => !P.value && (N.value || b.value)), I = H(() => N.value || g.value), te = H(() => !0 === E.value && !0 !== F.value), L = H(() => P.value || te.value);
		(function(e) {
			let { emits: t } = Y(), { dimensions: n } = Ss($()), r;
			O(() => {
				let i = () => {
					if (!e.value || !(e.value.checkVisibility?.() ?? !0)) return;
					let r = to(e.value);
					r.width !== 0 && r.height !== 0 || t.error(new J("MISSING_VIEWPORT_DIMENSIONS")), n.value = {
						width: r.width || 500,
						height: r.height || 500
					};
				};
				i(), window.addEventListener("resize", i), e.value && (r = new ResizeObserver(() => i()), r.observe(e.value)), ee(() => {
					window.removeEventListener("resize", i);
					let t = e.value;
					r && t && r.unobserve(t);
				});
			});
		})(a), function() {
			let { fitView: e, onMoveStart: t } = Y(), { panZoom: n, dimensions: r, fitViewOnInit: i, fitViewOnInitDone: a, fitViewOptions: o } = Ss($()), s = zc(), c = !1;
			t(({ event: e }) => {
				e && (c = !0);
			});
			let l, u = !1;
			G([
				s,
				n,
				() => r.value.width,
				() => r.value.height
			], () => {
				!u && !c && i.value && n.value && s.value && r.value.width && r.value.height && (e(o?.value), a.value = !0, l !== void 0 && cancelAnimationFrame(l), l = requestAnimationFrame(() => {
					u = !0;
				}));
			}, {
				immediate: !0,
				flush: "post"
			}), k(() => {
				l !== void 0 && cancelAnimationFrame(l);
			}, !0);
		}(), A(() => o.value?.destroy()), O(() => {
			if (a.value) {
				let e = Go({
					domNode: a.value,
					minZoom: u.value,
					maxZoom: d.value,
					translateExtent: f.value,
					viewport: {
						x: i.value[0],
						y: i.value[1],
						zoom: i.value[2],
						...p.value
					},
					onDraggingChange: (e) => s.value = e,
					onPanZoomStart: (e, t) => {
						r.moveStart({
							event: e,
							viewport: t
						}), r.viewportChangeStart(t);
					},
					onPanZoom: (e, t) => {
						r.move({
							event: e,
							viewport: t
						});
					},
					onPanZoomEnd: (e, t) => {
						r.moveEnd({
							event: e,
							viewport: t
						}), r.viewportChangeEnd(t);
					}
				}), t = e.getViewport();
				i.value = [
					t.x,
					t.y,
					t.zoom
				], o.value = e, G([
					m,
					h,
					I,
					_,
					v,
					y,
					F,
					M,
					x,
					S,
					c,
					C,
					D,
					te,
					j
				], () => {
					o.value?.update({
						zoomOnScroll: m.value,
						zoomOnPinch: h.value,
						panOnScroll: I.value,
						panOnScrollSpeed: _.value,
						panOnScrollMode: v.value,
						zoomOnDoubleClick: y.value,
						panOnDrag: F.value,
						zoomActivationKeyPressed: M.value,
						preventScrolling: x.value,
						noPanClassName: S.value,
						userSelectionActive: c.value,
						noWheelClassName: C.value,
						paneClickDistance: D.value,
						selectionOnDrag: te.value,
						onTransformChange: (e) => {
							r.viewportChange({
								x: e[0],
								y: e[1],
								zoom: e[2]
							}), i.value = e;
						},
						connectionInProgress: !!j.value,
						lib: "vue"
					});
				}, { immediate: !0 });
			}
		});
		let R = {
			id: n,
			emits: r,
			transform: i,
			zoomPane: a,
			panZoom: o,
			paneDragging: s,
			userSelectionActive: c,
			zoomActivationKeyCode: l,
			minZoom: u,
			maxZoom: d,
			translateExtent: f,
			defaultViewport: p,
			zoomOnScroll: m,
			zoomOnPinch: h,
			panOnScroll: g,
			panOnScrollSpeed: _,
			panOnScrollMode: v,
			zoomOnDoubleClick: y,
			panOnDrag: b,
			preventScrolling: x,
			noPanClassName: S,
			noWheelClassName: C,
			panActivationKeyCode: w,
			selectionKeyCode: T,
			selectionOnDrag: E,
			paneClickDistance: D,
			connectionStartHandle: j,
			zoomActivationKeyPressed: M,
			panKeyPressed: N,
			selectionKeyPressed: P,
			shouldPanOnDrag: F,
			shouldPanOnScroll: I,
			selectionOnDragActive: te,
			isSelecting: L,
			get ConnectionLine() {
				return el;
			},
			EdgeRenderer: fl,
			NodeRenderer: vl,
			Pane: yl,
			Viewport: xl
		};
		return Object.defineProperty(R, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), R;
	}
}), [["render", function(e, t, n, r, i, s) {
	return j(), a("div", {
		ref: "zoomPane",
		key: `renderer-${r.id}`,
		class: "vue-flow__renderer vue-flow__container"
	}, [l(r.Pane, {
		"is-selecting": r.isSelecting,
		"selection-key-pressed": r.selectionKeyPressed,
		class: w({
			connecting: !!r.connectionStartHandle,
			dragging: r.paneDragging,
			draggable: r.shouldPanOnDrag
		})
	}, {
		default: le(() => [l(r.Viewport, null, {
			default: le(() => [
				l(r.EdgeRenderer),
				l(r.ConnectionLine),
				t[0] ||= o("div", { class: "vue-flow__edgelabel-renderer" }, null, -1),
				l(r.NodeRenderer)
			]),
			_: 1
		})]),
		_: 1
	}, 8, [
		"is-selecting",
		"selection-key-pressed",
		"class"
	])]);
}], ["__file", ""]]), Cl = X(u({
	name: "VueFlow",
	compatConfig: { MODE: 3 },
	props: x({
		id: {
			type: String,
			required: !1
		},
		nodes: {
			type: Array,
			required: !1
		},
		edges: {
			type: Array,
			required: !1
		},
		edgeTypes: {
			type: Object,
			required: !1
		},
		nodeTypes: {
			type: Object,
			required: !1
		},
		connectionMode: {
			type: String,
			required: !1
		},
		connectionLineOptions: {
			type: Object,
			required: !1,
			default: void 0
		},
		connectionRadius: {
			type: Number,
			required: !1
		},
		connectionDragThreshold: {
			type: Number,
			required: !1
		},
		isValidConnection: {
			type: [Function, null],
			required: !1,
			default: void 0
		},
		onBeforeDelete: {
			type: [Function, null],
			required: !1,
			default: void 0
		},
		deleteKeyCode: {
			type: [
				Boolean,
				String,
				Array,
				Function,
				null
			],
			required: !1,
			default: void 0
		},
		selectionKeyCode: {
			type: [
				Boolean,
				String,
				Array,
				Function,
				null
			],
			required: !1,
			default: void 0
		},
		selectionOnDrag: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		multiSelectionKeyCode: {
			type: [
				Boolean,
				String,
				Array,
				Function,
				null
			],
			required: !1,
			default: void 0
		},
		zoomActivationKeyCode: {
			type: [
				Boolean,
				String,
				Array,
				Function,
				null
			],
			required: !1,
			default: void 0
		},
		panActivationKeyCode: {
			type: [
				Boolean,
				String,
				Array,
				Function,
				null
			],
			required: !1,
			default: void 0
		},
		snapToGrid: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		snapGrid: {
			type: Array,
			required: !1
		},
		onlyRenderVisibleElements: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		edgesReconnectable: {
			type: [Boolean, String],
			required: !1,
			default: void 0
		},
		nodesDraggable: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		nodesConnectable: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		nodeDragThreshold: {
			type: Number,
			required: !1
		},
		elementsSelectable: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		selectNodesOnDrag: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		panOnDrag: {
			type: [Boolean, Array],
			required: !1,
			default: void 0
		},
		minZoom: {
			type: Number,
			required: !1
		},
		maxZoom: {
			type: Number,
			required: !1
		},
		defaultViewport: {
			type: Object,
			required: !1
		},
		viewport: {
			type: Object,
			required: !1
		},
		translateExtent: {
			type: Array,
			required: !1
		},
		nodeExtent: {
			type: Array,
			required: !1
		},
		nodeOrigin: {
			type: Array,
			required: !1
		},
		colorMode: {
			type: String,
			required: !1,
			default: void 0
		},
		defaultMarkerColor: {
			type: [String, null],
			required: !1
		},
		zoomOnScroll: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		zoomOnPinch: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		panOnScroll: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		panOnScrollSpeed: {
			type: Number,
			required: !1
		},
		panOnScrollMode: {
			type: String,
			required: !1
		},
		paneClickDistance: {
			type: Number,
			required: !1
		},
		nodeClickDistance: {
			type: Number,
			required: !1
		},
		zoomOnDoubleClick: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		preventScrolling: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		selectionMode: {
			type: String,
			required: !1
		},
		reconnectRadius: {
			type: Number,
			required: !1
		},
		fitView: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		fitViewOptions: {
			type: Object,
			required: !1,
			default: void 0
		},
		connectOnClick: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		autoApplyChanges: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		autoConnect: {
			type: [Boolean, Function],
			required: !1,
			default: void 0
		},
		noDragClassName: {
			type: String,
			required: !1
		},
		noWheelClassName: {
			type: String,
			required: !1
		},
		noPanClassName: {
			type: String,
			required: !1
		},
		defaultEdgeOptions: {
			type: Object,
			required: !1
		},
		elevateEdgesOnSelect: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		elevateNodesOnSelect: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		zIndexMode: {
			type: String,
			required: !1
		},
		disableKeyboardA11y: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		ariaLabelConfig: {
			type: Object,
			required: !1
		},
		edgesFocusable: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		nodesFocusable: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		autoPanOnConnect: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		autoPanOnNodeDrag: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		autoPanOnNodeFocus: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		autoPanOnSelection: {
			type: Boolean,
			required: !1,
			default: void 0
		},
		autoPanSpeed: {
			type: Number,
			required: !1
		}
	}, {
		nodes: { type: Array },
		nodesModifiers: {},
		edges: { type: Array },
		edgesModifiers: {},
		viewport: { type: Object },
		viewportModifiers: {}
	}),
	emits: x(/* @__PURE__ */ "nodesChange.edgesChange.nodesInitialized.miniMapNodeClick.miniMapNodeDoubleClick.miniMapNodeMouseEnter.miniMapNodeMouseMove.miniMapNodeMouseLeave.connect.connectStart.connectEnd.clickConnectStart.clickConnectEnd.moveStart.move.moveEnd.selectionDragStart.selectionDrag.selectionDragStop.selectionContextMenu.selectionStart.selectionEnd.selectionChange.viewportChangeStart.viewportChange.viewportChangeEnd.init.paneScroll.paneClick.paneContextMenu.paneMouseEnter.paneMouseMove.paneMouseLeave.updateNodeInternals.error.edgeContextMenu.edgeMouseEnter.edgeMouseMove.edgeMouseLeave.edgeDoubleClick.edgeClick.reconnectStart.reconnect.reconnectEnd.nodeDoubleClick.nodeClick.nodeMouseEnter.nodeMouseMove.nodeMouseLeave.nodeContextMenu.nodeDragStart.nodeDrag.nodeDragStop".split("."), [
		"update:nodes",
		"update:edges",
		"update:viewport"
	]),
	setup(e, { expose: t, emit: r }) {
		let i = e, a = r, o = oe(), s = ae(e, "nodes"), c = ae(e, "edges"), l = ae(e, "viewport"), u = _(os, null), p = _(ss, null), m = !u, { instance: h, state: g } = u && p ? {
			instance: u,
			state: p
		} : function(e, t) {
			let r = function(e, t, r, i) {
				let a = i?.nodes ?? z([]), o = i?.edges ?? z([]), s, c, l = [], u = [], d = Gc();
				Object.defineProperty(d, "nodes", {
					get: () => a.value ?? l,
					set: (e) => {
						s = V(e), a.value = e;
					},
					enumerable: !0,
					configurable: !0
				}), Object.defineProperty(d, "edges", {
					get: () => o.value ?? u,
					set: (e) => {
						c = V(e), o.value = e;
					},
					enumerable: !0,
					configurable: !0
				});
				let f = N(d), p = {};
				for (let [e, t] of Object.entries(f.hooks)) p[`on${e.charAt(0).toUpperCase() + e.slice(1)}`] = t.on;
				let m = {};
				for (let [e, t] of Object.entries(f.hooks)) m[e] = t.trigger;
				let h = f.nodeLookup, g = f.parentLookup, _ = f.edgeLookup, v = function(e, t) {
					let r = n(() => {
						let t = {
							...Qc,
							...e.edgeTypes
						}, n = Object.keys(t), r = e.defaultEdgeOptions?.type;
						r && !n.includes(r) && (t[r] = r, n.push(r));
						for (let r of e.edges) r.type && !n.includes(r.type) && (t[r.type] = r.type);
						return t;
					}), i = n(() => {
						let t = {
							...Zc,
							...e.nodeTypes
						}, n = Object.keys(t);
						for (let r of e.nodes) r.type && !n.includes(r.type) && (t[r.type] = r.type);
						return t;
					}), a = n(() => e.onlyRenderVisibleElements ? Da(t, {
						x: 0,
						y: 0,
						width: e.dimensions.width,
						height: e.dimensions.height
					}, e.transform, !0).map((e) => e.internals.userNode) : e.nodes);
					return {
						getEdgeTypes: r,
						getNodeTypes: i,
						getEdges: n(() => {
							if (e.onlyRenderVisibleElements) {
								let n = [];
								for (let r of e.edges) {
									let i = t.get(r.source), a = t.get(r.target);
									i && a && fo({
										sourceNode: i,
										targetNode: a,
										width: e.dimensions.width,
										height: e.dimensions.height,
										transform: e.transform
									}) && n.push(r);
								}
								return n;
							}
							return e.edges;
						}),
						getNodes: a,
						getSelectedNodes: n(() => {
							let t = [];
							for (let n of e.nodes) n.selected && t.push(n);
							return t;
						}),
						getSelectedEdges: n(() => {
							let t = [];
							for (let n of e.edges) n.selected && t.push(n);
							return t;
						}),
						viewport: n(() => ({
							x: e.transform[0],
							y: e.transform[1],
							zoom: e.transform[2]
						}))
					};
				}(f, h), y = qc(f, h, g, _);
				return y.setState({
					...f,
					...t
				}), i?.nodes && G(a, (e) => {
					let t = e && V(e);
					t && t !== s && y.setNodes(t);
				}), i?.edges && G(o, (e) => {
					let t = e && V(e);
					t && t !== c && y.setEdges(t);
				}), {
					instance: {
						...p,
						...v,
						...y,
						emits: m,
						id: e,
						$destroy: () => {}
					},
					state: f
				};
			}(e?.id ?? ie(), e, void 0, t), { instance: i, state: a } = r;
			return G(() => a.autoApplyChanges, (e, t, n) => {
				let r = (e) => {
					i.applyNodeChanges(e);
				}, o = (e) => {
					i.applyEdgeChanges(e);
				};
				e ? (i.onNodesChange(r), i.onEdgesChange(o)) : (a.hooks.nodesChange.off(r), a.hooks.edgesChange.off(o)), n(() => {
					a.hooks.nodesChange.off(r), a.hooks.edgesChange.off(o);
				});
			}, { immediate: !0 }), M(os, i), M(ss, a), r;
		}(i, {
			nodes: s,
			edges: c
		});
		m || h.setState(i);
		let v = function(e, t, n, r = !1) {
			let { instance: i, state: a } = n, o = Ss(a), s = d(!0);
			return s.run(() => {
				r || (s.run(() => {
					oc(e.nodes, o.nodes, (e) => i.setNodes(e));
				}), s.run(() => {
					oc(e.edges, o.edges, (e) => i.setEdges(e));
				})), s.run(() => {
					G(() => t.minZoom, (e) => {
						e && Q(e) && i.setMinZoom(e);
					}, { immediate: !0 });
				}), s.run(() => {
					G(() => t.maxZoom, (e) => {
						e && Q(e) && i.setMaxZoom(e);
					}, { immediate: !0 });
				}), s.run(() => {
					G(() => t.translateExtent, (e) => {
						e && Q(e) && i.setTranslateExtent(e);
					}, { immediate: !0 });
				}), s.run(() => {
					G(() => t.nodeExtent, (e) => {
						e && Q(e) && i.setNodeExtent(e);
					}, { immediate: !0 });
				}), s.run(() => {
					G(() => t.autoApplyChanges, (e) => {
						Q(e) && (o.autoApplyChanges.value = e);
					}, { immediate: !0 });
				}), s.run(() => {
					let e = async (e) => {
						let n = e;
						typeof t.autoConnect == "function" && (n = await t.autoConnect(e)), !1 !== n && i.addEdges([n]);
					};
					G(() => t.autoConnect, (e) => {
						Q(e) && (o.autoConnect.value = e);
					}, { immediate: !0 }), G(o.autoConnect, (t, n, r) => {
						t ? i.onConnect(e) : a.hooks.connect.off(e), r(() => {
							a.hooks.connect.off(e);
						});
					}, { immediate: !0 });
				}), s.run(() => {
					G(() => t.ariaLabelConfig, (e) => {
						a.ariaLabelConfig = $a(e);
					}, { immediate: !0 });
				}), (() => {
					let e = [
						"id",
						"translateExtent",
						"nodeExtent",
						"edges",
						"nodes",
						"maxZoom",
						"minZoom",
						"autoApplyChanges",
						"autoConnect",
						"viewport",
						"ariaLabelConfig"
					];
					for (let n of Object.keys(t)) {
						let r = n;
						if (!e.includes(r)) {
							let e = H(() => t[r]), n = o[r];
							y(n) && s.run(() => {
								G(e, (e) => {
									Q(e) && (n.value = e);
								}, { immediate: !0 });
							});
						}
					}
				})();
			}), () => s.stop();
		}({
			nodes: s,
			edges: c
		}, i, {
			instance: h,
			state: g
		}, m);
		(function(e, t) {
			let n = f();
			function r(e) {
				let t = function(e) {
					let [t, ...n] = e.split(":");
					return `on${t.replace(/(?:^|-)(\w)/g, (e, t) => t.toUpperCase())}${n.length ? `:${n.join(":")}` : ""}`;
				}(e);
				return !!n?.vnode.props?.[t];
			}
			D(() => {
				for (let [n, i] of Object.entries(t)) i.setEmitter((t) => {
					e(n, t);
				}), k(i.removeEmitter, !0), i.setHasEmitListeners(() => r(n)), k(i.removeHasEmitListeners, !0);
			});
		})(a, g.hooks), function(e = Y()) {
			G(() => e.viewportInitialized.value, (t) => {
				t && e.emits.init(e);
			}, { flush: "post" });
		}(h), function(e = Y()) {
			G([() => e.getSelectedNodes.value.map((e) => e.id).join(" "), () => e.getSelectedEdges.value.map((e) => e.id).join(" ")], () => {
				e.emits.selectionChange({
					nodes: [...e.getSelectedNodes.value],
					edges: [...e.getSelectedEdges.value]
				});
			});
		}(h), function(e = Y()) {
			let { emits: t } = e;
			O(() => {
				if (Us()) {
					let e = document.querySelector(".vue-flow__pane");
					e && window.getComputedStyle(e).zIndex !== "1" && t.error(new J("MISSING_STYLES"));
				}
			});
		}(h);
		let b = function(e = $()) {
			let t = function(e, t = {}) {
				let { window: r = es, ssrWidth: i = as() } = t, a = ns(() => r && "matchMedia" in r && typeof r.matchMedia == "function"), o = z(typeof i == "number"), s = z(), c = z(!1);
				return ce(() => {
					if (o.value) {
						o.value = !a.value;
						let t = U(e).split(",");
						c.value = t.some((e) => {
							let t = e.includes("not all"), n = e.match(/\(\s*min-width:\s*(-?\d+(?:\.\d*)?[a-z]+\s*)\)/), r = e.match(/\(\s*max-width:\s*(-?\d+(?:\.\d*)?[a-z]+\s*)\)/), a = !!(n || r);
							return n && a && (a = i >= Xo(n[1])), r && a && (a = i <= Xo(r[1])), t ? !a : a;
						});
					} else a.value && (s.value = r.matchMedia(U(e)), c.value = s.value.matches);
				}), ts(s, "change", (e) => {
					c.value = e.matches;
				}, { passive: !0 }), n(() => c.value);
			}("(prefers-color-scheme: dark)");
			return n(() => e.colorMode === "system" ? t.value ? "dark" : "light" : e.colorMode);
		}(g);
		(function(e, t = $()) {
			let { transform: n, panZoom: r } = Ss(t);
			G([e, r], ([e]) => {
				e && ($c(e, {
					x: n.value[0],
					y: n.value[1],
					zoom: n.value[2]
				}) || (r.value?.syncViewport(e), n.value = [
					e.x,
					e.y,
					e.zoom
				]));
			}, { immediate: !0 }), G(n, (t) => {
				let n = {
					x: t[0],
					y: t[1],
					zoom: t[2]
				};
				$c(n, e.value) || (e.value = n);
			});
		})(l, g);
		let x = Ss(g);
		M(fs, o), A(v), t(h);
		let S = {
			props: i,
			emit: a,
			slots: o,
			modelNodes: s,
			modelEdges: c,
			modelViewport: l,
			injectedInstance: u,
			injectedState: p,
			ownsStore: m,
			instance: h,
			state: g,
			disposeWatchers: v,
			colorModeClass: b,
			stateRefs: x,
			A11yDescriptions: Wc,
			ZoomPane: Sl
		};
		return Object.defineProperty(S, "__isScriptSetup", {
			enumerable: !1,
			value: !0
		}), S;
	}
}), [["render", function(e, t, n, r, o, s) {
	return j(), a("div", {
		ref: r.stateRefs.vueFlowRef,
		class: w(["vue-flow", r.colorModeClass])
	}, [
		i(" the `zoom-pane` slot (affected by zooming & panning) renders inside the transformed Viewport via\n    the provided `Slots` (see ZoomPaneSlot), not drilled through ZoomPane → Pane → Viewport "),
		l(r.ZoomPane),
		i(" This slot is _not_ affected by zooming & panning "),
		I(e.$slots, "default"),
		l(r.A11yDescriptions)
	], 2);
}], ["__file", ""]]), wl = {
	minZoom: .05,
	maxZoom: 2.5,
	autoConnect: !1,
	autoApplyChanges: !0,
	elevateNodesOnSelect: !1,
	elevateEdgesOnSelect: !1,
	zIndexMode: "manual",
	deleteKeyCode: null,
	connectionRadius: 24,
	connectionDragThreshold: 3,
	nodeDragThreshold: 3,
	snapToGrid: !0,
	snapGrid: [20, 20],
	zoomActivationKeyCode: ["Control", "Meta"],
	panActivationKeyCode: "Space",
	multiSelectionKeyCode: [
		"Shift",
		"Control",
		"Meta"
	],
	zoomOnDoubleClick: !1,
	panOnScrollSpeed: 1,
	edgesFocusable: !1,
	nodesFocusable: !0,
	disableKeyboardA11y: !0
}, Tl = class {
	changed;
	waiting;
	key;
	constructor(e, t) {
		this.changed = t, this.key = `loomline:pending:${e}`, this.waiting = function(e) {
			try {
				let t = JSON.parse(sessionStorage.getItem(e) ?? "[]");
				return Array.isArray(t) ? t.filter((e) => typeof e?.id == "string" && Array.isArray(e.ops)) : [];
			} catch {
				return [];
			}
		}(this.key);
	}
	get pending() {
		return this.waiting;
	}
	add(e) {
		this.waiting.push(e), this.keep();
	}
	settle(e) {
		let t = new Set(e), n = this.waiting.filter((e) => !t.has(e.id));
		n.length !== this.waiting.length && (this.waiting = n, this.keep());
	}
	keep() {
		try {
			let e = JSON.stringify(this.waiting);
			this.waiting.length && e.length < 4e6 ? sessionStorage.setItem(this.key, e) : sessionStorage.removeItem(this.key);
		} catch {}
		this.changed(this.waiting.length);
	}
}, El = Symbol("stage"), Dl = class {
	flow;
	emit;
	root;
	graph;
	outbox;
	client = Ue(10);
	status = R(/* @__PURE__ */ new Map());
	wires = R(/* @__PURE__ */ new Map());
	detail = {
		small: P(!0),
		far: P(!1),
		near: R(/* @__PURE__ */ new Set()),
		nearEdges: R(/* @__PURE__ */ new Set())
	};
	selection = z({
		ids: [],
		edges: [],
		notes: []
	});
	count = P(0);
	pending = P(0);
	offline = P(!1);
	locked = P(!1);
	revision = P(0);
	loaded = P(!1);
	renaming = P("");
	editingNote = P("");
	hovered = P("");
	tip = z(null);
	drafts = /* @__PURE__ */ new Map();
	font = P("sans-serif");
	now = P(0);
	since = /* @__PURE__ */ new Map();
	board;
	applying = !1;
	redraw = () => {};
	counter = 0;
	queued = !1;
	tipTimer = 0;
	ticker = 0;
	constructor(e, t, n, r) {
		this.flow = e, this.emit = n, this.root = r, this.graph = new Oe(new Map(t.map((e) => [e.type, e]))), this.outbox = new Tl(e, (e) => {
			this.pending.value = e, this.emit("saving", {
				pending: e,
				offline: this.offline.value
			});
		}), this.pending.value = this.outbox.pending.length;
	}
	load(e, t, n = []) {
		this.outbox.settle(n), this.graph.load(e), this.graph.makeRoom(this.graph.apply(this.outbox.pending.flatMap((e) => e.ops))), this.revision.value = t, !this.loaded.value && this.graph.nodes.size > 150 && (this.detail.small.value = !1, this.detail.far.value = !0), this.loaded.value = !0;
		let r = new Set(this.board.getNodes.value.filter((e) => e.selected).map((e) => e.id));
		this.guarded(() => {
			this.board.setEdges([]), this.board.setNodes(this.ordered().map((e) => ({
				...e,
				selected: r.has(e.id)
			}))), this.board.setEdges([...this.graph.edges.values()].map((e) => this.edge(e)));
		}), this.after();
	}
	merge(e, t) {
		let n = this.graph.merge(e), r = this.graph.apply(this.outbox.pending.flatMap((e) => e.ops));
		for (let e of r.nodes) n.nodes.add(e);
		for (let e of r.edges) n.edges.add(e);
		this.revision.value = Math.max(this.revision.value, t);
		for (let e of n.nodes) this.drafts.delete(e);
		this.show(n);
	}
	overlay(e, t) {
		for (let [t, n] of Object.entries(e)) n?.s === "running" ? this.since.has(t) || this.since.set(t, performance.now()) : this.since.delete(t), n ? this.status.set(t, n) : this.status.delete(t);
		for (let [e, n] of Object.entries(t)) n ? this.wires.set(e, n) : this.wires.delete(e);
		this.since.size && !this.ticker && (this.ticker = window.setInterval(() => this.tick(), 500)), this.now.value = performance.now(), this.redraw();
	}
	tick() {
		this.now.value = performance.now(), this.since.size || this.stop();
	}
	stop() {
		window.clearInterval(this.ticker), this.ticker = 0;
	}
	commit(e, t, n) {
		if (this.locked.value || !t.length) return;
		this.show(this.graph.apply(t), n);
		let r = {
			id: `${this.client}-${++this.counter}`,
			client: this.client,
			label: e,
			ops: t
		};
		this.outbox.add(r), this.emit("tx", r);
	}
	select(e, t = []) {
		let n = new Set(e), r = new Set(t);
		this.guarded(() => function(e, t, n) {
			let r = e.getNodes.value;
			r.some((e) => !!e.selected !== t(e.id)) && e.setNodes(r.map((e) => !!e.selected === t(e.id) ? e : {
				...e,
				selected: t(e.id)
			}));
			let i = e.getEdges.value;
			i.some((e) => !!e.selected !== n(e.id)) && e.setEdges(i.map((e) => !!e.selected === n(e.id) ? e : {
				...e,
				selected: n(e.id)
			}));
		}(this.board, (e) => n.has(e), (e) => r.has(e))), this.selectionChanged();
	}
	selectionChanged() {
		this.queued || (this.queued = !0, requestAnimationFrame(() => {
			this.queued = !1;
			let e = this.board.getNodes.value.filter((e) => e.selected).map((e) => e.id), t = {
				ids: e.filter((e) => this.graph.nodes.has(e)),
				notes: e.filter((e) => this.graph.notes.has(e)),
				edges: this.board.getEdges.value.filter((e) => e.selected).map((e) => e.id)
			};
			Ol(t, this.selection.value) || (this.selection.value = t, this.redraw(), this.emit("selection", t));
		}));
	}
	say(e, t = "plain", n, r) {
		let i = this.root().getBoundingClientRect(), a = n ? {
			x: n.x - i.left,
			y: n.y - i.top
		} : {
			x: i.width / 2,
			y: 40
		};
		this.tip.value = {
			text: e,
			tone: t,
			...a,
			action: r
		}, window.clearTimeout(this.tipTimer), this.tipTimer = window.setTimeout(() => this.tip.value = null, r ? 6e3 : 3200);
	}
	hush() {
		window.clearTimeout(this.tipTimer), this.tip.value = null;
	}
	centre() {
		let e = this.root().getBoundingClientRect();
		return this.board.screenToFlowPosition({
			x: e.left + e.width / 2,
			y: e.top + e.height / 2
		});
	}
	show(e, t) {
		this.graph.makeRoom(e);
		let n = t && new Set(t), { nodes: r, notes: i, edges: a } = this.graph, o = !1, s = this.board.getNodes.value, c = /* @__PURE__ */ new Set(), l = [];
		for (let t of s) {
			if (c.add(t.id), !r.has(t.id) && !i.has(t.id)) {
				o = !0, this.status.delete(t.id);
				continue;
			}
			let a = n ? n.has(t.id) : !!t.selected;
			if (e.nodes.has(t.id)) {
				let e = {
					...this.node(t.id),
					selected: a
				};
				o ||= e.parentId !== t.parentId, l.push(e);
			} else l.push(a === !!t.selected ? t : {
				...t,
				selected: a
			});
		}
		for (let t of e.nodes) c.has(t) || !r.has(t) && !i.has(t) || (o = !0, l.push({
			...this.node(t),
			selected: n?.has(t) ?? !1
		}));
		o && l.sort((e, t) => this.graph.depth(e.id) - this.graph.depth(t.id)), this.guarded(() => {
			if (this.board.setNodes(l), e.edges.size || o || n) {
				let t = this.board.getEdges.value, r = new Set(t.map((e) => e.id)), i = t.filter((e) => a.has(e.id)).map((t) => {
					let r = !n && !!t.selected;
					return e.edges.has(t.id) ? {
						...this.edge(a.get(t.id)),
						selected: r
					} : r === !!t.selected ? t : {
						...t,
						selected: r
					};
				}), o = [...e.edges].filter((e) => !r.has(e) && a.has(e)).map((e) => this.edge(a.get(e)));
				this.board.setEdges([...i, ...o]);
			}
		}), this.after();
	}
	after() {
		this.count.value = this.graph.nodes.size + this.graph.notes.size, this.selectionChanged(), this.redraw(), C(() => this.redraw());
	}
	guarded(e) {
		this.applying = !0;
		try {
			e();
		} finally {
			this.applying = !1;
		}
	}
	ordered() {
		return [...this.graph.notes.keys(), ...this.graph.nodes.keys()].map((e) => this.node(e)).sort((e, t) => this.graph.depth(e.id) - this.graph.depth(t.id));
	}
	node(e) {
		let t = this.graph.nodes.get(e);
		return t ? this.card(t) : this.note(this.graph.notes.get(e));
	}
	card(e) {
		let { width: t, height: n } = _e(e), r = me(e), i = Se(e, this.graph.nodes), a = e.parent && this.graph.nodes.has(e.parent) ? e.parent : void 0;
		return {
			id: e.id,
			type: e.container ? "frame" : "card",
			position: {
				x: e.x,
				y: e.y
			},
			parentId: a,
			hidden: this.graph.hidden(e.id),
			width: t,
			height: n,
			measured: {
				width: t,
				height: n
			},
			zIndex: 10 * i + (r ? 0 : 5),
			...r && { dragHandle: ".lc-frame-head" },
			handles: be(e).map((e) => ({
				id: e.id,
				type: e.type,
				x: e.x,
				y: e.y,
				width: 0,
				height: 0,
				position: e.side === "left" ? q.Left : q.Right
			})),
			data: { view: e },
			ariaLabel: `${e.label || e.type}${e.problem ? `, problem: ${e.problem}` : ""}`
		};
	}
	note(e) {
		return {
			id: e.id,
			type: "note",
			position: {
				x: e.x,
				y: e.y
			},
			width: e.w,
			height: e.h,
			measured: {
				width: e.w,
				height: e.h
			},
			zIndex: -1,
			handles: [],
			data: { view: e },
			ariaLabel: "Note"
		};
	}
	edge(e) {
		let t = Math.max(this.graph.depth(e.source), this.graph.depth(e.target)), n = this.graph.nodes.get(e.source), r = this.graph.nodes.get(e.target);
		return {
			id: e.id,
			type: "wire",
			source: e.source,
			sourceHandle: e.source_port,
			target: e.target,
			targetHandle: e.target_port,
			zIndex: 10 * t + 2,
			reconnectable: !this.locked.value,
			hidden: this.graph.hidden(e.source) || this.graph.hidden(e.target) || !!n?.collapsed && r?.parent === n.id || !!r?.collapsed && n?.parent === r.id,
			data: { type: e.type },
			ariaLabel: `From ${n?.label ?? e.source} to ${r?.label ?? e.target}`
		};
	}
}, Ol = (e, t) => e.ids.join() === t.ids.join() && e.edges.join() === t.edges.join() && e.notes.join() === t.notes.join(), kl = class {
	stage;
	picture;
	overview = null;
	timer = 0;
	constructor(e, t) {
		this.stage = e, this.picture = t, e.redraw = () => {
			this.overview?.dirty(), this.soon();
		};
	}
	get far() {
		return !!this.overview?.on;
	}
	moved() {
		this.overview?.move(), this.soon();
	}
	soon() {
		this.timer ||= window.setTimeout(() => this.update(), 60);
	}
	stop() {
		window.clearTimeout(this.timer);
	}
	update() {
		this.timer = 0;
		let { detail: e, graph: t, board: n } = this.stage, r = this.stage.root();
		if (!n || !r) return;
		let i = t.nodes.size;
		Al(e.small, i <= 150);
		let { x: a, y: o, zoom: s } = n.getViewport(), c = s < .4 && i > 150;
		Al(e.far, c), r.classList.toggle("lc-distant", s < .55);
		let l = c && i > 400;
		if (l !== this.far && (this.overview ??= new Ve(this.picture(), this.stage), this.overview.set(l), r.classList.toggle("lc-overview", l)), c || e.small.value) return;
		let u = r.clientWidth / s, d = r.clientHeight / s, f = -a / s - .3 * u, p = -o / s - .3 * d, m = f + 1.6 * u, h = p + 1.6 * d, g = /* @__PURE__ */ new Map();
		for (let n of t.nodes.values()) {
			let r = xe(n, t.nodes), i = _e(n);
			g.set(n.id, [
				r.x,
				r.y,
				r.x + i.width,
				r.y + i.height
			]), jl(e.near, n.id, r.x < m && r.x + i.width > f && r.y < h && r.y + i.height > p);
		}
		for (let n of t.edges.values()) {
			let t = g.get(n.source), r = g.get(n.target);
			jl(e.nearEdges, n.id, !!t && !!r && Math.min(t[0], r[0]) < m && Math.max(t[2], r[2]) > f && Math.min(t[1], r[1]) < h && Math.max(t[3], r[3]) > p);
		}
	}
};
function Al(e, t) {
	e.value !== t && (e.value = t);
}
function jl(e, t, n) {
	n !== e.has(t) && (n ? e.add(t) : e.delete(t));
}
var Ml = class {
	stage;
	editor;
	frame = "";
	queued = 0;
	last = null;
	constructor(e, t) {
		this.stage = e, this.editor = t;
	}
	changed = (e) => {
		for (let t of e) if (t.type === "select") return void this.stage.selectionChanged();
	};
	start(e) {
		let t = this.stage.board.getNodes.value.find((t) => t.id === e.node?.id);
		t && !t.selected && this.stage.select([t.id]), this.stage.hush(), this.stage.root().classList.add("lc-moving");
	}
	drag(e) {
		this.last = e, this.queued ||= requestAnimationFrame(() => this.hint());
	}
	stop(e) {
		cancelAnimationFrame(this.queued), this.queued = 0, this.last = null, this.light("", ""), this.stage.root().classList.remove("lc-moving");
		let t = new Map(e.nodes.map((e) => [e.id, {
			x: e.position.x,
			y: e.position.y
		}]));
		t.size && this.editor.drop(t);
	}
	hint() {
		this.queued = 0;
		let { graph: e } = this.stage, t = this.last, n = t?.nodes.length === 1 ? e.nodes.get(t.nodes[0].id) : void 0;
		if (!t || !n) return;
		let r = n.parent ? e.absolute(n.parent) : {
			x: 0,
			y: 0
		}, i = t.nodes[0].position, a = {
			x: r.x + i.x,
			y: r.y + i.y
		}, o = e.descendants(n.id), s = this.editor.frameAt({
			x: a.x + _e(n).width / 2,
			y: a.y + 28
		}, /* @__PURE__ */ new Set([n.id, ...o])) ?? "", c = s === (n.parent ?? "") ? this.editor.wireUnder(n, a)?.id ?? "" : "";
		this.light(s === (n.parent ?? "") ? "" : s, c);
	}
	light(e, t) {
		if (this.stage.hovered.value !== t && (this.stage.hovered.value = t), e === this.frame) return;
		let n = (e) => e ? this.stage.root().querySelector(`[data-frame="${CSS.escape(e)}"]`) : null;
		n(this.frame)?.classList.remove("lc-frame-target"), n(e)?.classList.add("lc-frame-target"), this.frame = e;
	}
}, Nl = /^[a-z][a-z0-9_]{0,63}$/;
function Pl(e, t) {
	return typeof e == "string" ? e.replace(/\{\{[\s\S]*?\}\}/g, (e) => e.replace(/(^|[^\w.'"])([a-z][a-z0-9_]*)(?=\s*\.)/g, (e, n, r) => t.has(r) ? n + t.get(r) : e)) : Array.isArray(e) ? e.map((e) => Pl(e, t)) : Fl(e) ? "$text" in e ? e : Object.fromEntries(Object.entries(e).map(([e, n]) => [e, Pl(n, t)])) : e;
}
var Fl = (e) => typeof e == "object" && !!e && !Array.isArray(e), Il = (e, t) => (t.add(e), e), Ll = (e, t) => typeof e == "number" && Number.isFinite(e) ? Math.round(Math.max(-1e6, Math.min(1e6, e))) : t, Rl = (e) => typeof e == "string" && /^(#[0-9a-fA-F]{6}|[a-z]{3,12})$/.test(e) ? e : "yellow", zl = (e, t) => /^([a-z][a-z0-9]*)_[a-z0-9]+$/.exec(e)?.[1] ?? t;
function Bl(e) {
	let t = Fl(e) ? e : {}, n = {
		...t.w != null && { w: Ll(t.w, 240) },
		...t.h != null && { h: Ll(t.h, 120) }
	};
	return {
		x: Ll(t.x, 0),
		y: Ll(t.y, 0),
		...n
	};
}
function Vl(e, t) {
	let n = e.nodes[t]?.parent;
	return n && n !== t && e.nodes[n] ? n : void 0;
}
var Hl = /* @__PURE__ */ new Set([
	"a",
	"an",
	"the",
	"to",
	"of",
	"with",
	"and",
	"or",
	"in",
	"into",
	"for",
	"node",
	"my"
]), Ul = (e) => e.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
function Wl(e, t) {
	let n = Ul(e.title);
	if (n.includes(t)) return 100;
	if (n.some((e) => e.startsWith(t))) return 80;
	let r = e.aliases.map((e) => e.toLowerCase());
	if (r.includes(t)) return 75;
	if (r.some((e) => Ul(e).some((e) => e.startsWith(t)))) return 60;
	if (Ul(e.type).some((e) => e.startsWith(t))) return 45;
	let i = Ul(e.summary);
	if (i.some((e) => e.startsWith(t))) return 30;
	let a = t.slice(0, Math.max(4, t.length - 3));
	return t.length > 4 && [
		...n,
		...r,
		...i
	].some((e) => e.startsWith(a)) ? 18 : e.title.toLowerCase().includes(t) ? 12 : 0;
}
var Gl = "loomline:recent-kinds";
function Kl() {
	try {
		let e = JSON.parse(localStorage.getItem(Gl) ?? "[]");
		return Array.isArray(e) ? e.filter((e) => typeof e == "string").slice(0, 6) : [];
	} catch {
		return [];
	}
}
var ql = (e, t) => e.source !== e.target && t.has(e.source) && t.has(e.target);
function Jl(e) {
	return e === 0 ? "$0" : e < 1e-4 ? "<$0.0001" : e < .01 ? `$${e.toFixed(4)}` : `$${e.toFixed(e < 1 ? 3 : 2)}`;
}
function Yl(e) {
	return e < 1e4 ? e.toLocaleString("en") : e < 1e6 ? `${(e / 1e3).toFixed(+(e < 1e5))}k` : `${(e / 1e6).toFixed(1)}M`;
}
var Xl, Zl = (e, t) => `${Yl(e)} ${t}${e === 1 ? "" : "s"}`, Ql = /* @__PURE__ */ new Map();
function $l(e, t, n) {
	let r = `${n}|${t}|${e.length > 200 ? e.slice(0, 200) : e}`, i = Ql.get(r);
	if (i !== void 0) return i;
	Xl ??= document.createElement("canvas").getContext("2d");
	let a = e.replace(/\s+/g, " ").slice(0, 200), o = a;
	if (Xl && (Xl.font = n, Xl.measureText(a).width > t || e.length > 200)) {
		let e = 0, n = a.length;
		for (; e < n;) {
			let r = e + n + 1 >> 1;
			Xl.measureText(`${a.slice(0, r).trimEnd()}…`).width <= t ? e = r : n = r - 1;
		}
		o = `${a.slice(0, e).trimEnd()}…`;
	}
	return Ql.size > 2e4 && Ql.clear(), Ql.set(r, o), o;
}
var eu = class {
	stage;
	waiting = [];
	pasted = 0;
	constructor(e) {
		this.stage = e;
	}
	add(e, t, n = {}) {
		let { graph: r } = this.stage, i = r.kinds.get(e);
		if (!i || this.stage.locked.value) return null;
		let a = We(e, (e) => r.nodes.has(e) || r.notes.has(e)), o = i.container ? {
			w: 640,
			h: 320
		} : {}, s = fe(t.x), c = fe(t.y), l = n.from ? this.scopeOf(n.from) : this.frameAt({
			x: s + 120,
			y: c + 28
		}), u = l ? r.absolute(l) : {
			x: 0,
			y: 0
		}, d = n.on ? r.edges.get(n.on) : void 0, f = [{
			op: "add_node",
			id: a,
			node: {
				type: e,
				parent: (d ? this.scopeOfEdge(d) : l) ?? null
			},
			place: {
				x: s - u.x,
				y: c - u.y,
				...o
			}
		}];
		return d ? f.push(...this.spliceOps(d, a, i)) : n.from && f.push(...this.wireOps(n.from, a, i)), function(e) {
			try {
				localStorage.setItem(Gl, JSON.stringify([e, ...Kl().filter((t) => t !== e)].slice(0, 6)));
			} catch {}
		}(e), this.stage.commit(`Add ${i.title}`, f, [a]), a;
	}
	addNote(e) {
		let { graph: t } = this.stage, n = We("note", (e) => t.notes.has(e)), r = {
			text: "",
			x: fe(e.x),
			y: fe(e.y),
			w: 240,
			h: 140,
			color: "yellow"
		};
		this.stage.commit("Add note", [{
			op: "add_note",
			id: n,
			note: r
		}], [n]), this.stage.editingNote.value = n;
	}
	wireOps(e, t, n) {
		let r = Ie(n, e.carries, e.type);
		return r ? [{
			op: "add_edge",
			edge: e.type === "source" ? De(e.node, e.port, t, r) : De(t, r, e.node, e.port)
		}] : [];
	}
	spliceOps(e, t, n) {
		let r = Le(this.stage.graph, e, n);
		return r ? [
			{
				op: "remove_edge",
				edge: e.id
			},
			{
				op: "add_edge",
				edge: De(e.source, e.source_port, t, r.input)
			},
			{
				op: "add_edge",
				edge: De(t, r.output, e.target, e.target_port)
			}
		] : [];
	}
	frameAt(e, t = /* @__PURE__ */ new Set()) {
		let { graph: n } = this.stage, r;
		for (let i of n.nodes.values()) {
			if (!me(i) || t.has(i.id) || n.hidden(i.id)) continue;
			let a = xe(i, n.nodes), { width: o, height: s } = _e(i), c = e.x > a.x && e.x < a.x + o && e.y > a.y + he(i) && e.y < a.y + s, l = n.depth(i.id);
			c && (!r || l > r.depth) && (r = {
				id: i.id,
				depth: l
			});
		}
		return r?.id;
	}
	wireUnder(e, t) {
		let { graph: n } = this.stage;
		if (e.start || e.container) return;
		for (let t of n.edges.values()) if (t.source === e.id || t.target === e.id) return;
		let { width: r, height: i } = _e(e);
		return this.wireAt({
			x: t.x + r / 2,
			y: t.y + Math.min(i, 56) / 2
		}, e);
	}
	wireAt(e, t) {
		let { graph: n } = this.stage, r;
		for (let i of n.edges.values()) {
			let a = Ce(i, n.nodes);
			if (!a || e.x < Math.min(a.sx, a.tx) || e.x > Math.max(a.sx, a.tx)) continue;
			let o = Te(a, e.x, e.y);
			o < 34 && (!r || o < r.far) && Le(n, i, t) && (r = {
				edge: i,
				far: o
			});
		}
		return r?.edge;
	}
	drop(e) {
		let { graph: t } = this.stage, n = [], r = {}, i = [];
		for (let [a, o] of e) {
			let e = t.nodes.get(a);
			if ((e ?? t.notes.get(a)) && (r[a] = {
				x: Math.round(o.x),
				y: Math.round(o.y)
			}, e)) {
				let t = this.newScope(e, r[a]);
				t && (n.push(...t.ops), r[a] = t.place, i.push(a));
			}
		}
		for (let [e, n] of Object.entries(r)) {
			let a = t.nodes.get(e) ?? t.notes.get(e);
			a && a.x === n.x && a.y === n.y && !i.includes(e) && delete r[e];
		}
		let a = e.size === 1 ? t.nodes.get([...e.keys()][0]) : void 0;
		if (!Object.keys(r).length) return;
		if (n.push({
			op: "move",
			places: r
		}), a && !i.length) {
			let e = a.parent ? t.absolute(a.parent) : {
				x: 0,
				y: 0
			}, i = r[a.id], o = this.wireUnder(a, {
				x: i.x + e.x,
				y: i.y + e.y
			});
			if (o && (this.scopeOfEdge(o) ?? "") === (a.parent ?? "")) return void this.stage.commit(`Put ${a.label} in between`, [...n, ...this.spliceOps(o, a.id, a)]);
		}
		let o = i.length ? `Move ${Zl(i.length, "node")} to another container` : `Move ${Zl(Object.keys(r).length, "node")}`;
		this.stage.commit(a && !i.length ? `Move ${a.label}` : o, n);
	}
	newScope(e, t) {
		let { graph: n } = this.stage, r = e.parent ? n.absolute(e.parent) : {
			x: 0,
			y: 0
		}, i = r.x + t.x, a = r.y + t.y, { width: o } = _e(e), s = n.descendants(e.id), c = this.frameAt({
			x: i + o / 2,
			y: a + 28
		}, /* @__PURE__ */ new Set([e.id, ...s]));
		if ((c ?? "") === (e.parent ?? "")) return null;
		let l = [...n.edges.values()].filter((t) => {
			let n = (t) => t === e.id || s.has(t);
			return n(t.source) !== n(t.target);
		});
		l.length && this.stage.say(`${Zl(l.length, "wire")} could not cross the border and came off.`, "plain");
		let u = c ? n.absolute(c) : {
			x: 0,
			y: 0
		};
		return {
			ops: [...l.map((e) => ({
				op: "remove_edge",
				edge: e.id
			})), {
				op: "set_node",
				id: e.id,
				fields: { parent: c ?? null }
			}],
			place: {
				x: i - u.x,
				y: a - u.y
			}
		};
	}
	scopeOf(e) {
		let { graph: t } = this.stage;
		return t.inner(e.node, e.type, e.port) ? e.node : t.nodes.get(e.node)?.parent;
	}
	scopeOfEdge(e) {
		let { graph: t } = this.stage;
		return t.inner(e.source, "source", e.source_port) ? e.source : t.nodes.get(e.source)?.parent;
	}
	nudge(e, t) {
		let { ids: n, notes: r } = this.stage.selection.value, { graph: i } = this.stage, a = new Set(n), o = {};
		for (let s of [...n, ...r]) {
			let n = i.nodes.get(s) ?? i.notes.get(s), r = i.nodes.get(s)?.parent;
			!n || r && a.has(r) || (o[s] = {
				x: n.x + e,
				y: n.y + t
			});
		}
		Object.keys(o).length && this.stage.commit(`Move ${Zl(Object.keys(o).length, "node")}`, [{
			op: "move",
			places: o
		}]);
	}
	async tidy() {
		let e = new Set(this.stage.selection.value.ids), t = await async function(e, t) {
			let { default: n } = await import("./dagre.esm-CNlUA2mc.js"), r = {}, i = /* @__PURE__ */ new Map(), a = (t) => [...e.nodes.values()].filter((e) => (e.parent || void 0) === t), o = (e) => i.get(e.id) ?? _e(e);
			function s(t, a) {
				let s = new Set(t.map((e) => e.id)), c = new n.graphlib.Graph();
				c.setGraph({
					rankdir: "LR",
					nodesep: 40,
					ranksep: 80,
					ranker: "tight-tree"
				}), c.setDefaultEdgeLabel(() => ({}));
				for (let e of t) c.setNode(e.id, { ...o(e) });
				for (let t of e.edges.values()) ql(t, s) && c.setEdge(t.source, t.target);
				n.layout(c);
				let l = 0, u = 0, d = t.map((e) => {
					let t = c.node(e.id);
					return {
						node: e,
						x: t.x - t.width / 2,
						y: t.y - t.height / 2
					};
				}), f = Math.min(...d.map((e) => e.x)), p = Math.min(...d.map((e) => e.y));
				for (let { node: e, x: t, y: n } of d) {
					let s = {
						x: fe(a.x + t - f),
						y: fe(a.y + n - p)
					}, c = i.get(e.id);
					c && Object.assign(s, {
						w: c.width,
						h: c.height
					}), r[e.id] = s, l = Math.max(l, s.x + o(e).width), u = Math.max(u, s.y + o(e).height);
				}
				return {
					width: l,
					height: u
				};
			}
			function c(e) {
				let t = a(e.id);
				for (let e of t) me(e) && c(e);
				if (!t.length) return;
				let n = s(t, {
					x: 140,
					y: 96
				});
				i.set(e.id, {
					width: fe(n.width + 140),
					height: fe(Math.max(n.height + 30, _e({
						...e,
						w: 0,
						h: 0,
						roomW: 0,
						roomH: 0
					}).height))
				});
			}
			if (t?.size) {
				let n = function(e) {
					let t = /* @__PURE__ */ new Map();
					for (let n of e) t.set(n.parent ?? "", [...t.get(n.parent ?? "") ?? [], n]);
					return t;
				}([...e.nodes.values()].filter((e) => t.has(e.id)));
				for (let e of n.values()) e.length < 2 || s(e, {
					x: Math.min(...e.map((e) => e.x)),
					y: Math.min(...e.map((e) => e.y))
				});
				return r;
			}
			let l = a(void 0);
			for (let e of l) me(e) && c(e);
			return l.length && s(l, {
				x: Math.min(...l.map((e) => e.x)),
				y: Math.min(...l.map((e) => e.y))
			}), r;
		}(this.stage.graph, e.size > 1 ? e : void 0);
		return !!Object.keys(t).length && (this.stage.commit(e.size > 1 ? "Tidy selection" : "Tidy flow", [{
			op: "move",
			places: t
		}]), e.size < 2);
	}
	remove() {
		let { ids: e, edges: t, notes: n } = this.stage.selection.value, r = e.filter((t) => !e.some((e) => this.stage.graph.descendants(e).has(t))), i = [
			...t.map((e) => ({
				op: "remove_edge",
				edge: e
			})),
			...r.map((e) => ({
				op: "remove_node",
				id: e
			})),
			...n.map((e) => ({
				op: "remove_note",
				id: e
			}))
		], a = e.length ? Zl(e.length, "node") : n.length ? Zl(n.length, "note") : Zl(t.length, "wire");
		this.stage.commit(`Delete ${a}`, i, []);
	}
	unplug(e) {
		this.stage.commit("Delete wire", [{
			op: "remove_edge",
			edge: e
		}]);
	}
	toggleDisabled() {
		let e = this.stage.selection.value.ids.map((e) => this.stage.graph.nodes.get(e)).filter((e) => !!e), t = e.some((e) => !e.disabled), n = e.filter((e) => !!e.disabled !== t).map((e) => ({
			op: "set_node",
			id: e.id,
			fields: { disabled: t || null }
		}));
		this.stage.commit(`${t ? "Disable" : "Enable"} ${Zl(n.length, "node")}`, n);
	}
	rename(e, t) {
		let n = this.stage.graph.nodes.get(e), r = t.trim().slice(0, 200);
		n && r && r !== n.label && this.stage.commit(`Rename to ${r}`.slice(0, 120), [{
			op: "set_node",
			id: e,
			fields: { label: r }
		}]);
	}
	collapse(e) {
		let t = this.stage.graph.nodes.get(e);
		t?.container && this.stage.commit(t.collapsed ? "Expand" : "Collapse", [{
			op: "style",
			id: e,
			fields: { collapsed: !t.collapsed || null }
		}]);
	}
	copyText() {
		let { ids: e, notes: t } = this.stage.selection.value;
		return this.wanted(e).every((e) => this.stage.drafts.has(e)) ? function(e, t, n) {
			let r = /* @__PURE__ */ new Set();
			for (let n of t) if (e.nodes.has(n) || e.notes.has(n)) {
				r.add(n);
				for (let t of e.descendants(n)) r.add(t);
			}
			if (!r.size) return null;
			let i = {
				nodes: {},
				edges: [],
				places: {},
				notes: {}
			};
			for (let t of r) {
				let a = e.nodes.get(t), o = e.notes.get(t);
				if (a) {
					let o = a.parent && !r.has(a.parent), s = o ? e.absolute(t) : {
						x: a.x,
						y: a.y
					};
					i.nodes[t] = {
						...n[t] ?? {
							type: a.type,
							label: a.label
						},
						parent: o ? null : a.parent ?? null
					}, i.places[t] = {
						...s,
						...a.w != null && { w: a.w },
						...a.h != null && { h: a.h }
					};
				} else if (o) {
					let { id: e, ...n } = o;
					i.notes[t] = n;
				}
			}
			for (let t of e.edges.values()) r.has(t.source) && r.has(t.target) && i.edges.push(t.id);
			return JSON.stringify({
				loomline: "clip",
				format: 1,
				...i
			}, null, 1);
		}(this.stage.graph, [...e, ...t], Object.fromEntries(this.stage.drafts)) : null;
	}
	async copyTextSoon() {
		let { ids: e } = this.stage.selection.value, t = this.wanted(e).filter((e) => !this.stage.drafts.has(e));
		return t.length && (this.stage.emit("drafts", { ids: t.slice(0, 2e3) }), await Promise.race([new Promise((e) => this.waiting.push(e)), new Promise((e) => setTimeout(e, 2e3))])), this.copyText();
	}
	gotDrafts(e) {
		for (let [t, n] of Object.entries(e)) this.stage.drafts.set(t, n);
		for (let e of this.waiting.splice(0)) e();
	}
	paste(e, t) {
		let n = function(e) {
			if (e.length > 2e7 || !e.trimStart().startsWith("{")) return null;
			let t;
			try {
				t = JSON.parse(e);
			} catch {
				return null;
			}
			if (!Fl(t) || t.loomline !== "clip" || t.format !== 1 || !Fl(t.nodes)) return null;
			let n = {
				nodes: {},
				edges: [],
				places: {},
				notes: {}
			}, r = Fl(t.places) ? t.places : {};
			for (let [e, i] of Object.entries(t.nodes).slice(0, 2e3)) Nl.test(e) && Fl(i) && typeof i.type == "string" && (n.nodes[e] = i, n.places[e] = Bl(r[e]));
			for (let [e, r] of Object.entries(Fl(t.notes) ? t.notes : {}).slice(0, 2e3)) {
				if (!Nl.test(e) || !Fl(r)) continue;
				let { x: t, y: i, w: a, h: o } = Bl(r);
				n.notes[e] = {
					text: String(r.text ?? ""),
					x: t,
					y: i,
					w: a ?? 240,
					h: o ?? 120,
					color: Rl(r.color)
				};
			}
			for (let e of Array.isArray(t.edges) ? t.edges.slice(0, 2e4) : []) {
				let t = typeof e == "string" ? /^(\w+)\.\w+ -> (\w+)\.\w+$/.exec(e) : null;
				t && n.nodes[t[1]] && n.nodes[t[2]] && n.edges.push(e);
			}
			return Object.keys(n.nodes).length || Object.keys(n.notes).length ? n : null;
		}(e);
		if (!n || this.stage.locked.value) return !1;
		let r = 40 * (t ? 1 : ++this.pasted), i = function(e, t, n) {
			let r = /* @__PURE__ */ new Set(), i = /* @__PURE__ */ new Map(), a = (t) => e.nodes.has(t) || e.notes.has(t) || r.has(t);
			for (let [e, n] of Object.entries(t.nodes)) i.set(e, Il(We(zl(e, n.type), a), r));
			for (let e of Object.keys(t.notes)) i.set(e, Il(We("note", a), r));
			let o = Object.keys(t.nodes).filter((e) => !Vl(t, e)), s = [...o.map((e) => t.places[e]), ...Object.values(t.notes)], c = n({
				x: Math.min(...s.map((e) => e.x)),
				y: Math.min(...s.map((e) => e.y))
			}), l = [];
			for (let e of function(e) {
				let t = (t) => {
					let n = 0;
					for (let r = Vl(e, t); r && n < 50; r = Vl(e, r)) n++;
					return n;
				};
				return Object.keys(e.nodes).sort((e, n) => t(e) - t(n));
			}(t)) {
				let n = Vl(t, e), r = t.places[e], a = {
					...t.nodes[e],
					parent: n ? i.get(n) : null
				};
				a.in &&= Pl(a.in, i);
				let o = n ? r : {
					...r,
					x: r.x + c.x,
					y: r.y + c.y
				};
				l.push({
					op: "add_node",
					id: i.get(e),
					node: a,
					place: o
				});
			}
			for (let [e, n] of Object.entries(t.notes)) l.push({
				op: "add_note",
				id: i.get(e),
				note: {
					...n,
					x: n.x + c.x,
					y: n.y + c.y
				}
			});
			for (let e of t.edges) {
				let t = e.replace(/^(\w+)\.(\w+) -> (\w+)\.(\w+)$/, (e, t, n, r, a) => `${i.get(t)}.${n} -> ${i.get(r)}.${a}`);
				l.push({
					op: "add_edge",
					edge: t
				});
			}
			return {
				ops: l,
				ids: [...o, ...Object.keys(t.notes)].map((e) => i.get(e)),
				count: i.size
			};
		}(this.stage.graph, n, (e) => t ? {
			x: fe(t.x - e.x),
			y: fe(t.y - e.y)
		} : {
			x: r,
			y: r
		}), a = Object.values(n.nodes).filter((e) => !this.stage.graph.kinds.has(e.type)).length;
		return this.stage.commit(`Paste ${Zl(i.count, "node")}`, i.ops, i.ids), a && this.stage.say(`${Zl(a, "node")} of a type that is not installed here.`, "bad"), !0;
	}
	async duplicate() {
		let e = await this.copyTextSoon();
		this.pasted = 0, e && this.paste(e, null);
	}
	resetPasting() {
		this.pasted = 0;
	}
	wanted(e) {
		let { graph: t } = this.stage;
		return [...new Set(e.flatMap((e) => [e, ...t.descendants(e)]))].filter((e) => t.nodes.has(e));
	}
}, tu = class {
	stage;
	editor;
	commands;
	pointer = null;
	constructor(e, t, n) {
		this.stage = e, this.editor = t, this.commands = n;
	}
	start() {
		document.addEventListener("keydown", this.down), document.addEventListener("copy", this.copy), document.addEventListener("cut", this.copy), document.addEventListener("paste", this.paste), document.addEventListener("pointermove", this.track, { passive: !0 });
	}
	stop() {
		document.removeEventListener("keydown", this.down), document.removeEventListener("copy", this.copy), document.removeEventListener("cut", this.copy), document.removeEventListener("paste", this.paste), document.removeEventListener("pointermove", this.track);
	}
	mine(e) {
		if (e.target?.closest?.("input,textarea,select,[contenteditable=\"\"],[contenteditable=true],.q-menu,.q-dialog,.lc-picker") || document.querySelector(".q-dialog--modal")) return !1;
		let t = document.activeElement;
		return !t || t === document.body || this.stage.root().contains(t);
	}
	down = (e) => {
		e.defaultPrevented || e.isComposing || !this.mine(e) || (e.ctrlKey || e.metaKey ? this.withControl(e) : this.plain(e)) && e.preventDefault();
	};
	withControl(e) {
		switch (e.key.toLowerCase()) {
			case "z": return this.stage.emit(e.shiftKey ? "redo" : "undo"), !0;
			case "y": return this.stage.emit("redo"), !0;
			case "a": return this.stage.select([...this.stage.graph.nodes.keys(), ...this.stage.graph.notes.keys()]), !0;
			case "d": return this.editor.duplicate(), !0;
			case "k":
			case "f":
			case "s":
			case "enter": return this.stage.emit("command", { name: e.key === "Enter" ? "run" : {
				k: "palette",
				f: "find",
				s: "save"
			}[e.key.toLowerCase()] }), !0;
			case "0": return this.commands.zoom(0), !0;
			default: return !1;
		}
	}
	plain(e) {
		let { selection: t } = this.stage, n = t.value.ids.length === 1 ? t.value.ids[0] : "", r = e.target?.closest?.("button,a,[role=button]");
		switch (e.key) {
			case "Delete":
			case "Backspace": return this.editor.remove(), !0;
			case "Escape": return this.commands.escape() || this.stage.select([]), !0;
			case "Enter": return !(!n || r || (this.commands.open(n), 0));
			case "F2": return n && (this.stage.renaming.value = n), !!n;
			case "Tab": return !(r || e.shiftKey || e.target !== document.body && e.target !== this.stage.root() || (this.commands.picker(), 0));
			case "ArrowLeft":
			case "ArrowRight":
			case "ArrowUp":
			case "ArrowDown": return this.arrow(e);
			case "+": return this.commands.zoom(1), !0;
			case "-": return this.commands.zoom(-1), !0;
			case "?": return this.stage.emit("command", { name: "shortcuts" }), !0;
		}
		return e.shiftKey && e.code === "Digit1" ? (this.commands.fit(), !0) : e.key === "n" || e.key === "N" ? (this.commands.picker(), !0) : (e.key === "d" || e.key === "D") && (this.editor.toggleDisabled(), !0);
	}
	arrow(e) {
		let { ids: t, notes: n } = this.stage.selection.value;
		if (!t.length && !n.length) return !1;
		let r = e.shiftKey ? 100 : 20, i = {
			ArrowLeft: [-1, 0],
			ArrowRight: [1, 0],
			ArrowUp: [0, -1],
			ArrowDown: [0, 1]
		}[e.key];
		return this.editor.nudge(i[0] * r, i[1] * r), !0;
	}
	copy = (e) => {
		if (!this.mine(e) || window.getSelection()?.toString()) return;
		let { ids: t, notes: n } = this.stage.selection.value;
		if (!t.length && !n.length) return;
		e.preventDefault(), this.editor.resetPasting();
		let r = this.editor.copyText(), i = e.type === "cut";
		r ? (e.clipboardData?.setData("text/plain", r), i && this.editor.remove()) : this.copySoon(i);
	};
	async copySoon(e) {
		let t = await this.editor.copyTextSoon();
		try {
			if (!t) throw Error("no answer");
			await navigator.clipboard.writeText(t), e && this.editor.remove();
		} catch {
			this.stage.say("Could not copy; try again.", "bad");
		}
	}
	paste = (e) => {
		if (!this.mine(e)) return;
		let t = e.clipboardData?.getData("text/plain") ?? "", n = this.stage.root().getBoundingClientRect(), r = this.pointer, i = r && r.x > n.left && r.x < n.right && r.y > n.top && r.y < n.bottom;
		this.editor.paste(t, i ? this.stage.board.screenToFlowPosition(r) : null) && e.preventDefault();
	};
	track = (e) => {
		this.pointer = {
			x: e.clientX,
			y: e.clientY
		};
	};
}, nu = class {
	stage;
	editor;
	ghost = null;
	target = "";
	constructor(e, t) {
		this.stage = e, this.editor = t;
	}
	start() {
		document.addEventListener("pointerdown", this.down), document.addEventListener("keydown", this.key);
	}
	stop() {
		document.removeEventListener("pointerdown", this.down), document.removeEventListener("keydown", this.key), this.ghost?.remove();
	}
	down = (e) => {
		let t = e.target?.closest?.("[data-node-kind]"), n = t && this.stage.graph.kinds.get(t.dataset.nodeKind ?? "");
		if (!t || !n || e.button > 0 || this.stage.locked.value) return;
		let r = e.clientX, i = e.clientY, a = e.pointerType !== "touch", o = (e) => {
			let t = Math.abs(e.clientX - r), o = Math.abs(e.clientY - i);
			if (!this.ghost && Math.hypot(t, o) > 4 && (a || t > o) && (this.ghost = function(e, t, n) {
				let r = document.createElement("div");
				r.className = "lc-ghost", r.dataset.category = n;
				let i = document.createElement("span");
				i.className = "lc-tile";
				let a = document.createElement("i");
				a.className = "lc-icon material-symbols-rounded notranslate", a.textContent = t;
				let o = document.createElement("b");
				return o.textContent = e, i.append(a), r.append(i, o), document.body.append(r), r;
			}(n.title, n.icon, n.category)), !this.ghost) return;
			e.preventDefault(), this.ghost.style.translate = `${e.clientX - 40}px ${e.clientY - 28}px`;
			let s = this.covers(e);
			this.ghost.classList.toggle("over", s), this.light(s ? this.editor.wireAt(this.point(e), n)?.id ?? "" : "");
		}, s = (e) => {
			removeEventListener("pointermove", o), removeEventListener("pointerup", s), removeEventListener("pointercancel", s);
			let t = !!this.ghost && e.type === "pointerup" && this.covers(e), r = this.target;
			if (this.ghost?.remove(), this.ghost = null, this.light(""), !t) return;
			let i = this.point(e), a = r ? {
				x: i.x - 120,
				y: i.y - 28
			} : {
				x: i.x - 40,
				y: i.y - 28
			};
			this.editor.add(n.type, a, { on: r || void 0 }), this.stage.root().focus({ preventScroll: !0 });
		};
		addEventListener("pointermove", o, { passive: !1 }), addEventListener("pointerup", s), addEventListener("pointercancel", s), a && e.preventDefault(), t.focus?.({ preventScroll: !0 });
	};
	key = (e) => {
		if (e.key !== "Enter" || e.defaultPrevented) return;
		let t = e.target?.closest?.("[data-node-kind]");
		t && (e.preventDefault(), this.editor.add(t.dataset.nodeKind ?? "", ru(this.stage)));
	};
	point(e) {
		return this.stage.board.screenToFlowPosition({
			x: e.clientX,
			y: e.clientY
		});
	}
	covers(e) {
		let t = this.stage.root().getBoundingClientRect();
		return e.clientX > t.left && e.clientX < t.right && e.clientY > t.top && e.clientY < t.bottom;
	}
	light(e) {
		e !== this.target && (this.target = e, this.stage.hovered.value = e);
	}
};
function ru(e) {
	let t = e.centre(), n = {
		x: t.x - 120,
		y: t.y - 28
	}, r = () => [...e.graph.nodes.values()].some((t) => {
		let r = e.graph.absolute(t.id);
		return Math.abs(r.x - n.x) < 60 && Math.abs(r.y - n.y) < 60;
	});
	for (let e = 0; e < 40 && r(); e++) Object.assign(n, {
		x: n.x + 40,
		y: n.y + 80
	});
	return n;
}
var iu = ["d"], au = ["cx", "cy"], ou = u({
	inheritAttrs: !1,
	__name: "ConnectionLine",
	props: {
		fromX: {},
		fromY: {},
		toX: {},
		toY: {},
		fromHandle: {}
	},
	setup(t) {
		let r = t, i = n(() => {
			let e = r.fromHandle?.type === "target" ? {
				sx: r.toX,
				sy: r.toY,
				tx: r.fromX,
				ty: r.fromY
			} : {
				sx: r.fromX,
				sy: r.fromY,
				tx: r.toX,
				ty: r.toY
			}, t = Math.min(Math.max(.5 * Math.abs(e.tx - e.sx), 24), 180);
			return e.tx - e.sx < 28 ? `M${e.sx},${e.sy}C${e.sx + t},${e.sy} ${e.tx - t},${e.ty} ${e.tx},${e.ty}` : we(e).d;
		});
		return (n, r) => (j(), a(e, null, [o("path", {
			class: "lc-wire lc-wire-new",
			d: i.value
		}, null, 8, iu), o("circle", {
			class: "lc-wire-end",
			cx: t.toX,
			cy: t.toY,
			r: "4"
		}, null, 8, au)], 64));
	}
}), su = u({
	inheritAttrs: !1,
	__name: "PortDot",
	props: {
		name: {},
		type: {},
		side: {},
		kind: {},
		title: {},
		order: { type: Boolean },
		wired: { type: Boolean }
	},
	setup: (e) => (t, n) => (j(), r(W(Oc), {
		id: e.name,
		type: e.type,
		position: e.side === "left" ? W(q).Left : W(q).Right,
		class: w(["lc-dot", {
			"lc-dot-order": e.order,
			"lc-dot-wired": e.wired
		}]),
		"data-type": e.kind,
		title: e.title
	}, null, 8, [
		"id",
		"type",
		"position",
		"class",
		"data-type",
		"title"
	]))
}), cu = { class: "lc-head" }, lu = {
	key: 1,
	class: "lc-no-dot"
}, uu = {
	class: "lc-icon material-symbols-rounded notranslate",
	"aria-hidden": "true"
}, du = { class: "lc-titles" }, fu = ["title"], pu = ["title"], mu = ["data-tone", "title"], hu = u({
	__name: "CardHead",
	props: {
		view: {},
		run: {},
		width: {}
	},
	emits: ["rename"],
	setup(t, { emit: s }) {
		let c = t, u = s, d = _(El), f = n(() => d.renaming.value === c.view.id), p = z(null), m = P(""), h = n(() => c.width - 48 - 22 - (b.value ? 24 : 0)), g = n(() => $l(c.view.label || c.view.type, h.value, `600 14px ${d.font.value}`)), v = n(() => $l(c.view.missing ? `Not installed: ${c.view.type}` : c.view.sub, h.value, `12px ${d.font.value}`)), y = n(() => {
			let { done: e, total: t } = c.run ?? {};
			return c.view.container && t ? Math.min(1, (e ?? 0) / t) : null;
		}), b = n(() => {
			switch (c.run?.s) {
				case "succeeded": return {
					icon: "check_circle",
					tone: "ok",
					title: "Done"
				};
				case "cached": return {
					icon: "bolt",
					tone: "ok",
					title: "Taken from the cache"
				};
				case "failed": return {
					icon: "error",
					tone: "bad",
					title: c.run.error ?? "Failed"
				};
				case "paused": return {
					icon: "pause_circle",
					tone: "warn",
					title: c.run.error ?? "Paused"
				};
				case "running": return {
					icon: "progress_activity",
					tone: "run",
					title: "Running"
				};
				default: return c.view.problem ? {
					icon: "warning",
					tone: c.view.severity === "warning" ? "warn" : "bad",
					title: c.view.problem
				} : null;
			}
		});
		function x(e) {
			f.value && (d.renaming.value = "", e && u("rename", m.value), d.root().focus({ preventScroll: !0 }));
		}
		return G(f, async (e) => {
			e && (m.value = c.view.label, await C(), p.value?.focus(), p.value?.select());
		}, { immediate: !0 }), (n, s) => (j(), a("div", cu, [
			t.view.start ? (j(), a("span", lu)) : (j(), r(su, {
				key: 0,
				name: "in",
				type: "target",
				side: "left",
				kind: "order",
				order: "",
				title: "Start after: any number of wires"
			})),
			o("span", {
				class: w(["lc-tile", { "lc-ring": y.value !== null }]),
				style: E(y.value === null ? void 0 : { "--p": y.value })
			}, [o("i", uu, B(t.view.missing ? "extension_off" : t.view.icon), 1)], 6),
			o("span", du, [f.value ? ue((j(), a("input", {
				key: 0,
				ref_key: "field",
				ref: p,
				"onUpdate:modelValue": s[0] ||= (e) => m.value = e,
				class: "lc-rename nodrag nopan",
				maxlength: "200",
				"aria-label": "Name of the node",
				onKeydown: [s[1] ||= de(K((e) => x(!0), ["prevent", "stop"]), ["enter"]), s[2] ||= de(K((e) => x(!1), ["prevent", "stop"]), ["esc"])],
				onBlur: s[3] ||= (e) => x(!0),
				onPointerdown: s[4] ||= K(() => {}, ["stop"]),
				onDblclick: s[5] ||= K(() => {}, ["stop"])
			}, null, 544)), [[se, m.value]]) : (j(), a(e, { key: 1 }, [o("span", {
				class: "lc-title",
				title: g.value.endsWith("…") ? t.view.label : void 0
			}, B(g.value), 9, fu), v.value ? (j(), a("span", {
				key: 0,
				class: "lc-sub",
				title: v.value.endsWith("…") ? t.view.sub : void 0
			}, B(v.value), 9, pu)) : i("", !0)], 64))]),
			I(n.$slots, "default"),
			b.value ? (j(), a("i", {
				key: 2,
				class: "lc-badge material-symbols-rounded notranslate",
				"data-tone": b.value.tone,
				title: b.value.title
			}, B(b.value.icon), 9, mu)) : i("", !0),
			l(su, {
				name: "out",
				type: "source",
				side: "right",
				kind: "order",
				order: "",
				title: "After: a wire from here says only when"
			})
		]));
	}
}), gu = { class: "lc-rows" }, _u = ["data-error"], vu = u({
	__name: "PortRows",
	props: {
		view: {},
		width: {}
	},
	setup(t) {
		let r = t, s = _(El), c = n(() => {
			let { inputs: e, outputs: t } = r.view;
			return Array.from({ length: Math.max(e.length, t.length) }, (n, r) => ({
				left: e[r],
				right: t[r]
			}));
		}), u = (e, t) => $l(e.title || e.name, t ? r.width - 40 : r.width / 2 - 20, `12px ${s.font.value}`), d = (e) => `${e.title || e.name}: ${e.type}${e.many ? ", any number of wires" : ""}${e.required ? ", needed" : ""}`;
		return (t, n) => (j(), a("div", gu, [(j(!0), a(e, null, F(c.value, ({ left: t, right: r }, s) => (j(), a("div", {
			key: s,
			class: "lc-row"
		}, [
			t ? (j(), a(e, { key: 0 }, [l(su, {
				name: t.name,
				type: "target",
				side: "left",
				kind: t.type,
				title: d(t),
				wired: t.wired
			}, null, 8, [
				"name",
				"kind",
				"title",
				"wired"
			]), o("span", { class: w(["lc-port", { "lc-port-wired": t.wired }]) }, B(u(t, !r)), 3)], 64)) : i("", !0),
			n[0] ||= o("span", { class: "lc-gap" }, null, -1),
			r ? (j(), a(e, { key: 1 }, [o("span", {
				class: "lc-port",
				"data-error": r.type === "error" || void 0
			}, B(u(r, !t)), 9, _u), l(su, {
				name: r.name,
				type: "source",
				side: "right",
				kind: r.type,
				title: d(r),
				wired: ""
			}, null, 8, [
				"name",
				"kind",
				"title"
			])], 64)) : i("", !0)
		]))), 128))]));
	}
}), yu = ["data-state"], bu = { class: "lc-figures" }, xu = ["title"], Su = u({
	__name: "StatusFoot",
	props: {
		id: {},
		run: {},
		width: {}
	},
	setup(t) {
		let r = t, s = _(El), c = {
			queued: "Waiting",
			running: "",
			succeeded: "",
			failed: "Failed",
			skipped: "Skipped",
			paused: "Paused",
			cancelled: "Stopped",
			cached: "From cache"
		}, l = n(() => {
			let e = s.since.get(r.id);
			return r.run.s === "running" && e !== void 0 ? Math.max(0, s.now.value - e) : r.run.ms;
		}), u = n(() => {
			let { s: e, done: t, total: n } = r.run, i = l.value !== void 0 && e !== "skipped" && e !== "queued" ? e === "running" ? `${Math.floor(l.value / 1e3)} s` : function(e) {
				if (e < 1e3) return `${Math.max(1, Math.round(e))} ms`;
				if (e < 6e4) return `${(e / 1e3).toFixed(1)} s`;
				let t = Math.floor(e / 6e4);
				return t < 60 ? `${t} min ${Math.round(e % 6e4 / 1e3)} s` : `${Math.floor(t / 60)} h ${t % 60} min`;
			}(l.value) : "", a = n ? `${Yl(t ?? 0)} of ${Yl(n)}` : "";
			return [
				c[e],
				a,
				i
			].filter(Boolean).join(" · ");
		}), d = n(() => {
			let { tokens: e, usd: t } = r.run;
			return [e ? `${Yl(e)} tokens` : "", t ? Jl(t) : ""].filter(Boolean).join(" · ");
		}), f = n(() => {
			let e = r.run.s === "running" ? r.run.text : r.run.s === "failed" || r.run.s === "paused" ? r.run.error : "";
			return e ? function(e, t) {
				let n = `12px ${s.font.value}`, i = r.width - 26, a = e.replace(/\s+/g, " ").trim().split(" "), o = [""];
				for (let e of a) {
					let t = o[o.length - 1] ? `${o[o.length - 1]} ${e}` : e;
					$l(t, i, n) === t ? o[o.length - 1] = t : o.push($l(e, i, n));
				}
				return t ? o.slice(-2) : o.length > 3 ? [...o.slice(0, 2), $l(`${o[2]} …`, i, n)] : o;
			}(e, r.run.s === "running") : [];
		});
		return (n, r) => (j(), a("div", {
			class: "lc-foot",
			"data-state": t.run.s
		}, [o("div", bu, [
			o("span", null, B(u.value), 1),
			r[0] ||= o("span", { class: "lc-gap" }, null, -1),
			o("span", null, B(d.value), 1)
		]), f.value.length ? (j(), a("div", {
			key: 0,
			class: w(["lc-stream", { writing: t.run.s === "running" }]),
			title: t.run.error
		}, [(j(!0), a(e, null, F(f.value, (e, t) => (j(), a("div", { key: t }, B(e), 1))), 128))], 10, xu)) : i("", !0)], 8, yu));
	}
});
function Cu(e, t, n) {
	return (r) => {
		let i = e.graph.nodes.get(t) ?? e.graph.notes.get(t), a = e.board.getNodes.value.find((e) => e.id === t);
		if (!i || !a || e.locked.value) return;
		let { zoom: o } = e.board.getViewport(), s = {
			x: r.clientX,
			y: r.clientY,
			w: Number(a.width),
			h: Number(a.height)
		}, c = {
			w: s.w,
			h: s.h
		}, l = (r) => {
			c = n(s.w + (r.clientX - s.x) / o, s.h + (r.clientY - s.y) / o), e.show(e.graph.apply([{
				op: "move",
				places: { [t]: {
					x: i.x,
					y: i.y,
					...c
				} }
			}]));
		}, u = () => {
			removeEventListener("pointermove", l), removeEventListener("pointerup", u), removeEventListener("pointercancel", u), c.w === s.w && c.h === s.h || e.commit("Resize", [{
				op: "move",
				places: { [t]: {
					x: i.x,
					y: i.y,
					...c
				} }
			}]);
		};
		addEventListener("pointermove", l), addEventListener("pointerup", u), addEventListener("pointercancel", u);
	};
}
var wu = [
	"data-state",
	"data-category",
	"data-frame"
], Tu = {
	key: 0,
	class: "lc-frame-run"
}, Eu = ["aria-label", "title"], Du = { class: "material-symbols-rounded notranslate" }, Ou = {
	key: 2,
	class: "lc-frame-body"
}, ku = ["data-error"], Au = u({
	inheritAttrs: !1,
	__name: "FrameCard",
	props: {
		id: {},
		data: {},
		selected: { type: Boolean },
		dragging: { type: Boolean }
	},
	setup(t) {
		let s = t, c = _(El), u = n(() => s.data.view), d = n(() => c.status.get(s.id)), f = n(() => _e(u.value)), p = n(() => me(u.value)), m = n(() => he(u.value)), h = n(() => c.detail.small.value || !c.detail.far.value && c.detail.near.has(s.id)), g = (e) => $l(e, 54, `500 12px ${c.font.value}`), v = (e) => ({ top: e - 12 + "px" }), y = Cu(c, s.id, (e, t) => ({
			w: fe(Math.max(480, u.value.roomW ?? 0, e)),
			h: fe(Math.max(160, u.value.roomH ?? 0, t))
		}));
		function b(e) {
			let t = e.trim().slice(0, 200);
			t && t !== u.value.label && c.commit("Rename", [{
				op: "set_node",
				id: s.id,
				fields: { label: t }
			}]);
		}
		function x() {
			let e = !u.value.collapsed || null;
			c.commit(e ? `Collapse ${u.value.label}` : `Expand ${u.value.label}`, [{
				op: "style",
				id: s.id,
				fields: { collapsed: e }
			}]);
		}
		return (n, s) => (j(), a("div", {
			class: w(["lc-frame", {
				"lc-off": u.value.disabled,
				"lc-folded": !p.value
			}]),
			"data-state": d.value?.s,
			"data-category": u.value.category,
			"data-frame": t.id,
			style: E({
				width: `${f.value.width}px`,
				height: `${f.value.height}px`
			})
		}, [h.value ? (j(), a("div", {
			key: 1,
			class: "lc-frame-head",
			style: E({ height: `${m.value}px` })
		}, [
			l(hu, {
				view: u.value,
				run: d.value,
				width: f.value.width - 60,
				onRename: b
			}, {
				default: le(() => [p.value && d.value ? (j(), a("span", Tu, [l(Su, {
					id: t.id,
					run: d.value,
					width: 220
				}, null, 8, ["id", "run"])])) : i("", !0), o("button", {
					class: "lc-fold nodrag nopan",
					type: "button",
					"aria-label": p.value ? "Collapse" : "Expand",
					title: p.value ? "Collapse" : "Expand",
					onClick: K(x, ["stop"]),
					onDblclick: s[0] ||= K(() => {}, ["stop"])
				}, [o("i", Du, B(p.value ? "unfold_less" : "unfold_more"), 1)], 40, Eu)]),
				_: 1
			}, 8, [
				"view",
				"run",
				"width"
			]),
			W(pe)(u.value) && !p.value ? (j(), r(vu, {
				key: 0,
				view: u.value,
				width: f.value.width
			}, null, 8, ["view", "width"])) : i("", !0),
			d.value && !p.value ? (j(), r(Su, {
				key: 1,
				id: t.id,
				run: d.value,
				width: f.value.width
			}, null, 8, [
				"id",
				"run",
				"width"
			])) : i("", !0)
		], 4)) : (j(), a("div", {
			key: 0,
			class: "lc-frame-head lc-blank",
			style: E({ height: `${m.value}px` })
		}, null, 4)), p.value && h.value ? (j(), a("div", Ou, [
			(j(!0), a(e, null, F(u.value.inputs, (e, t) => (j(), a("div", {
				key: `in ${e.name}`,
				class: "lc-edge lc-edge-left",
				style: E(v(W(ve)(t)))
			}, [l(su, {
				name: e.name,
				type: "target",
				side: "left",
				kind: e.type,
				title: `${e.title}: ${e.type}`,
				wired: e.wired
			}, null, 8, [
				"name",
				"kind",
				"title",
				"wired"
			]), o("span", { class: w(["lc-port", { "lc-port-wired": e.wired }]) }, B(e.title), 3)], 4))), 128)),
			(j(!0), a(e, null, F(u.value.outputs, (e, t) => (j(), a("div", {
				key: `out ${e.name}`,
				class: "lc-edge lc-edge-right",
				style: E(v(W(ve)(t)))
			}, [o("span", {
				class: "lc-port",
				"data-error": e.type === "error" || void 0
			}, B(e.title), 9, ku), l(su, {
				name: e.name,
				type: "source",
				side: "right",
				kind: e.type,
				title: `${e.title}: ${e.type}`,
				wired: ""
			}, null, 8, [
				"name",
				"kind",
				"title"
			])], 4))), 128)),
			(j(!0), a(e, null, F(u.value.inner_outputs, (e, t) => (j(), a("div", {
				key: e.name,
				class: "lc-pill lc-pill-left",
				style: E(v(W(ye)(u.value.inputs.length, t)))
			}, [o("span", null, B(g(e.title)), 1), l(su, {
				name: e.name,
				type: "source",
				side: "right",
				kind: e.type,
				title: `${e.title}: ${e.type}`,
				wired: ""
			}, null, 8, [
				"name",
				"kind",
				"title"
			])], 4))), 128)),
			(j(!0), a(e, null, F(u.value.inner_inputs, (e, t) => (j(), a("div", {
				key: e.name,
				class: "lc-pill lc-pill-right",
				style: E(v(W(ye)(u.value.outputs.length, t)))
			}, [l(su, {
				name: e.name,
				type: "target",
				side: "left",
				kind: e.type,
				title: `${e.title}: ${e.type}`,
				wired: e.wired
			}, null, 8, [
				"name",
				"kind",
				"title",
				"wired"
			]), o("span", null, B(g(e.title)), 1)], 4))), 128)),
			W(c).locked.value ? i("", !0) : (j(), a("div", {
				key: 0,
				class: "lc-grip nodrag nopan",
				title: "Resize",
				onPointerdown: s[1] ||= K((...e) => W(y) && W(y)(...e), ["stop"])
			}, null, 32))
		])) : i("", !0)], 14, wu));
	}
}), ju = ["data-state", "data-category"], Mu = ["data-state", "data-category"], Nu = u({
	inheritAttrs: !1,
	__name: "NodeCard",
	props: {
		id: {},
		data: {},
		selected: { type: Boolean },
		dragging: { type: Boolean }
	},
	setup(e) {
		let t = e, o = _(El), s = n(() => t.data.view), c = n(() => o.status.get(t.id)), u = n(() => o.detail.small.value || t.dragging || !o.detail.far.value && o.detail.near.has(t.id));
		function d(e) {
			let n = e.trim().slice(0, 200);
			n && n !== s.value.label && o.commit("Rename", [{
				op: "set_node",
				id: t.id,
				fields: { label: n }
			}]);
		}
		return (t, n) => u.value ? (j(), a("div", {
			key: 1,
			class: w(["lc-card", {
				"lc-off": s.value.disabled,
				"lc-missing": s.value.missing,
				"lc-faulty": s.value.problem && s.value.severity !== "warning"
			}]),
			"data-state": c.value?.s,
			"data-category": s.value.category,
			style: E(s.value.color ? { "--tile": s.value.color } : void 0)
		}, [
			l(hu, {
				view: s.value,
				run: c.value,
				width: W(240),
				onRename: d
			}, null, 8, [
				"view",
				"run",
				"width"
			]),
			W(pe)(s.value) ? (j(), r(vu, {
				key: 0,
				view: s.value,
				width: W(240)
			}, null, 8, ["view", "width"])) : i("", !0),
			c.value ? (j(), r(Su, {
				key: 1,
				id: e.id,
				run: c.value,
				width: W(240)
			}, null, 8, [
				"id",
				"run",
				"width"
			])) : i("", !0)
		], 14, Mu)) : (j(), a("div", {
			key: 0,
			class: "lc-card lc-blank",
			"data-state": c.value?.s,
			"data-category": s.value.category,
			style: E({ height: `${W(he)(s.value)}px` })
		}, null, 12, ju));
	}
}), Pu = ["aria-label"], Fu = { class: "lc-picker-ask" }, Iu = { class: "lc-picker-search" }, Lu = {
	key: 0,
	class: "lc-picker-group"
}, Ru = [
	"aria-selected",
	"data-category",
	"onPointermove",
	"onClick"
], zu = { class: "lc-tile" }, Bu = {
	class: "lc-icon material-symbols-rounded notranslate",
	"aria-hidden": "true"
}, Vu = { class: "lc-picker-text" }, Hu = {
	key: 0,
	class: "lc-picker-none"
}, Uu = u({
	__name: "NodePicker",
	props: {
		x: {},
		y: {},
		from: {},
		allowed: { type: Function }
	},
	emits: [
		"pick",
		"close",
		"note"
	],
	setup(t, { emit: r }) {
		let s = t, l = r, u = _(El), d = P(""), f = P(0), p = z(null), m = z(null), h = Kl(), g = {
			flow: "Flow",
			llm: "Language models",
			text: "Text",
			data: "Data",
			logic: "Logic",
			http: "Web",
			files: "Files",
			mail: "Mail"
		}, v = n(() => [...u.graph.kinds.values()].filter((e) => s.allowed ? s.allowed(e) : !s.from || Ie(e, s.from.carries, s.from.type) !== void 0)), y = n(() => function(e, t, n = []) {
			let r = Ul(t), i = r.filter((e) => !Hl.has(e)), a = i.length ? i : r, o = (e) => {
				let t = n.indexOf(e.type);
				return t < 0 ? 0 : 8 - t;
			};
			if (!a.length) return [...e];
			let s = [];
			for (let n of e) {
				let e = a.map((e) => Wl(n, e));
				if (e.every((e) => e > 0)) {
					let r = n.title.toLowerCase().startsWith(t.trim().toLowerCase()) ? 40 : 0;
					s.push({
						kind: n,
						points: e.reduce((e, t) => e + t) / a.length + r + o(n)
					});
				}
			}
			return s.sort((e, t) => t.points - e.points || e.kind.title.localeCompare(t.kind.title)).map((e) => e.kind);
		}(v.value, d.value, h)), b = n(() => {
			if (d.value.trim()) return [{
				name: "",
				kinds: y.value
			}];
			let e = h.map((e) => v.value.find((t) => t.type === e)).filter((e) => !!e).slice(0, 3), t = /* @__PURE__ */ new Map();
			for (let e of v.value) {
				let n = g[e.category] ?? e.category;
				t.set(n, [...t.get(n) ?? [], e]);
			}
			let n = [...t].map(([e, t]) => ({
				name: e,
				kinds: t
			}));
			return e.length ? [{
				name: "Used lately",
				kinds: e
			}, ...n] : n;
		}), x = n(() => b.value.flatMap((e) => e.kinds)), S = n(() => s.from ? s.from.type === "source" ? "What happens next?" : "Where does it come from?" : "Add a node");
		function w(e) {
			if (e.stopPropagation(), e.key === "Escape") l("close");
			else if (e.key === "Enter") {
				let e = x.value[f.value];
				e && l("pick", e.type);
			} else if (e.key === "ArrowDown" || e.key === "Tab" && !e.shiftKey) T(1);
			else {
				if (e.key !== "ArrowUp" && e.key !== "Tab") return;
				T(-1);
			}
			e.preventDefault();
		}
		function T(e) {
			f.value = (f.value + e + x.value.length) % Math.max(1, x.value.length), C(() => m.value?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
		}
		G(d, () => f.value = 0), O(async () => {
			await C(), p.value?.focus({ preventScroll: !0 });
		});
		let D = (e, t) => b.value.slice(0, e).reduce((e, t) => e + t.kinds.length, 0) + t;
		return (n, r) => (j(), a("div", {
			class: "lc-picker",
			role: "dialog",
			"aria-label": S.value,
			style: E({
				left: `${t.x}px`,
				top: `${t.y}px`
			}),
			onKeydown: w,
			onPointerdown: r[2] ||= K(() => {}, ["stop"]),
			onWheel: r[3] ||= K(() => {}, ["stop"]),
			onDblclick: r[4] ||= K(() => {}, ["stop"])
		}, [
			o("div", Fu, B(S.value), 1),
			o("label", Iu, [r[5] ||= o("i", {
				class: "material-symbols-rounded notranslate",
				"aria-hidden": "true"
			}, "search", -1), ue(o("input", {
				ref_key: "field",
				ref: p,
				"onUpdate:modelValue": r[0] ||= (e) => d.value = e,
				role: "combobox",
				"aria-expanded": "true",
				"aria-controls": "lc-picker-list",
				placeholder: "What should it do?",
				autocomplete: "off",
				spellcheck: "false",
				maxlength: "80"
			}, null, 512), [[se, d.value]])]),
			o("div", {
				id: "lc-picker-list",
				ref_key: "list",
				ref: m,
				class: "lc-picker-list nowheel",
				role: "listbox"
			}, [(j(!0), a(e, null, F(b.value, (t, n) => (j(), a(e, { key: t.name }, [t.name ? (j(), a("div", Lu, B(t.name), 1)) : i("", !0), (j(!0), a(e, null, F(t.kinds, (e, t) => (j(), a("button", {
				key: e.type,
				type: "button",
				role: "option",
				"aria-selected": D(n, t) === f.value,
				"data-category": e.category,
				tabindex: "-1",
				onPointermove: (e) => f.value = D(n, t),
				onClick: (t) => l("pick", e.type)
			}, [o("span", zu, [o("i", Bu, B(e.icon), 1)]), o("span", Vu, [o("b", null, B(e.title), 1), o("small", null, B(e.summary), 1)])], 40, Ru))), 128))], 64))), 128)), x.value.length ? i("", !0) : (j(), a("div", Hu, B(d.value ? `Nothing found for “${d.value}”.` : "No node fits this port."), 1))], 512),
			t.from || t.allowed ? i("", !0) : (j(), a("button", {
				key: 0,
				type: "button",
				class: "lc-picker-foot",
				onClick: r[1] ||= (e) => l("note")
			}, [...r[6] ||= [o("i", {
				class: "material-symbols-rounded notranslate",
				"aria-hidden": "true"
			}, "sticky_note_2", -1), c(" Add a note ", -1)]]))
		], 44, Pu));
	}
}), Wu = /(`[^`\n]+`)|(\*\*[^*\n]+\*\*)|(\*[^*\n]+\*|_[^_\n]+_)|\[([^\]\n]{1,300})\]\(([^)\s]{1,2000})\)/;
function Gu(e) {
	let t = [], n = e;
	for (let e = Wu.exec(n); e; e = Wu.exec(n)) {
		e.index && t.push(n.slice(0, e.index));
		let [r, i, a, o, s, c] = e;
		i ? t.push(h("code", i.slice(1, -1))) : a ? t.push(h("strong", Gu(a.slice(2, -2)))) : o ? t.push(h("em", Gu(o.slice(1, -1)))) : t.push(Ku(s, c)), n = n.slice(e.index + r.length);
	}
	return n && t.push(n), t;
}
function Ku(e, t) {
	return /^(https?:\/\/|mailto:)/i.test(t) ? h("a", {
		href: t,
		target: "_blank",
		rel: "noopener noreferrer nofollow",
		class: "nodrag"
	}, e) : `${e} (${t})`;
}
function qu(e) {
	let t = /^\[([ xX])\]\s+(.*)$/.exec(e);
	return t ? h("li", { class: "task" }, [
		h("span", { class: "tick" }, t[1] === " " ? "☐" : "☑"),
		" ",
		...Gu(t[2])
	]) : h("li", Gu(e));
}
var Ju = ["data-color"], Yu = ["onKeydown"], Xu = {
	key: 1,
	class: "lc-note-text"
}, Zu = {
	key: 2,
	class: "lc-note-text lc-note-empty"
}, Qu = {
	key: 3,
	class: "lc-note-colors nodrag nopan"
}, $u = [
	"data-color",
	"aria-label",
	"onClick"
], ed = u({
	inheritAttrs: !1,
	__name: "NoteCard",
	props: {
		id: {},
		data: {},
		selected: { type: Boolean }
	},
	setup(t) {
		let r = t, s = _(El), c = [
			"yellow",
			"blue",
			"green",
			"pink",
			"grey"
		], u = n(() => r.data.view), d = n(() => s.editingNote.value === r.id && !s.locked.value), f = z(null), p = P(""), m = n(() => c.includes(u.value.color) ? u.value.color : void 0), g = ({ text: e }) => function(e) {
			let t = e.slice(0, 2e4).split("\n").slice(0, 400), n = [], r = 0, i = (e) => {
				let n = [];
				for (; r < t.length && e.test(t[r]);) n.push(t[r++].replace(e, ""));
				return n;
			};
			for (; r < t.length;) {
				let e = t[r], a = /^(#{1,4})\s+(.*)$/.exec(e);
				if (a) n.push(h(`h${a[1].length + 2}`, Gu(a[2]))), r++;
				else if (/^```/.test(e)) {
					let e = t.findIndex((e, t) => t > r && /^```/.test(e));
					n.push(h("pre", t.slice(r + 1, e < 0 ? void 0 : e).join("\n"))), r = e < 0 ? t.length : e + 1;
				} else if (/^\s*[-*]\s+/.test(e)) n.push(h("ul", i(/^\s*[-*]\s+/).map(qu)));
				else if (/^\s*\d+[.)]\s+/.test(e)) n.push(h("ol", i(/^\s*\d+[.)]\s+/).map(qu)));
				else if (/^>\s?/.test(e)) n.push(h("blockquote", i(/^>\s?/).flatMap((e, t) => [...t ? [h("br")] : [], ...Gu(e)])));
				else if (/^\s*(---+|\*\*\*+)\s*$/.test(e)) n.push(h("hr")), r++;
				else if (e.trim()) {
					let e = [];
					for (; r < t.length && t[r].trim() && !/^(#{1,4}\s|```|>|\s*[-*]\s|\s*\d+[.)]\s)/.test(t[r]);) e.push(t[r++]);
					e.length || e.push(t[r++]), n.push(h("p", e.flatMap((e, t) => [...t ? [h("br")] : [], ...Gu(e)])));
				} else r++;
			}
			return n;
		}(e), v = Cu(s, r.id, (e, t) => ({
			w: fe(Math.max(120, e)),
			h: fe(Math.max(60, t))
		}));
		function y() {
			s.locked.value || (s.editingNote.value = r.id);
		}
		function b() {
			s.editingNote.value === r.id && (s.editingNote.value = "", p.value !== u.value.text && s.commit("Edit note", [{
				op: "set_note",
				id: r.id,
				fields: { text: p.value.slice(0, 2e4) }
			}]));
		}
		return G(d, async (e) => {
			e && (p.value = u.value.text, await C(), f.value?.focus());
		}, { immediate: !0 }), (n, h) => (j(), a("div", {
			class: "lc-note",
			"data-color": m.value,
			style: E({
				width: `${u.value.w}px`,
				height: `${u.value.h}px`,
				...m.value ? {} : { "--note": u.value.color }
			}),
			onDblclick: K(y, ["stop"])
		}, [
			d.value ? ue((j(), a("textarea", {
				key: 0,
				ref_key: "field",
				ref: f,
				"onUpdate:modelValue": h[0] ||= (e) => p.value = e,
				class: "lc-note-text nodrag nopan nowheel",
				maxlength: "20000",
				"aria-label": "Text of the note",
				placeholder: "Write in Markdown…",
				onBlur: b,
				onKeydown: de(K(b, ["stop"]), ["esc"]),
				onPointerdown: h[1] ||= K(() => {}, ["stop"])
			}, null, 40, Yu)), [[se, p.value]]) : u.value.text ? (j(), a("div", Xu, [l(g, { text: u.value.text }, null, 8, ["text"])])) : (j(), a("div", Zu, "Double-click to write")),
			!t.selected || d.value || W(s).locked.value ? i("", !0) : (j(), a("div", Qu, [(j(), a(e, null, F(c, (e) => o("button", {
				key: e,
				type: "button",
				"data-color": e,
				"aria-label": e,
				onClick: K((t) => function(e) {
					s.commit("Colour note", [{
						op: "style",
						id: r.id,
						fields: { color: e }
					}]);
				}(e), ["stop"])
			}, null, 8, $u)), 64))])),
			W(s).locked.value ? i("", !0) : (j(), a("div", {
				key: 4,
				class: "lc-grip nodrag nopan",
				title: "Resize",
				onPointerdown: h[2] ||= K((...e) => W(v) && W(v)(...e), ["stop"])
			}, null, 32))
		], 44, Ju));
	}
}), td = [
	"title",
	"aria-label",
	"disabled"
], nd = {
	class: "material-symbols-rounded notranslate",
	"aria-hidden": "true"
}, rd = u({
	__name: "ToolButton",
	props: {
		icon: {},
		title: {},
		disabled: { type: Boolean },
		danger: { type: Boolean }
	},
	emits: ["press"],
	setup: (e) => (t, n) => (j(), a("button", {
		type: "button",
		class: w(["lc-tool", { "lc-danger": e.danger }]),
		title: e.title,
		"aria-label": e.title,
		disabled: e.disabled,
		onClick: n[0] ||= (e) => t.$emit("press")
	}, [o("i", nd, B(e.icon), 1)], 10, td))
}), id = ["d"], ad = ["data-type", "d"], od = ["transform"], sd = ["x", "width"], cd = {
	"text-anchor": "middle",
	y: "4"
}, ld = ["transform"], ud = u({
	inheritAttrs: !1,
	__name: "WireLine",
	props: {
		id: {},
		sourceX: {},
		sourceY: {},
		targetX: {},
		targetY: {},
		source: {},
		target: {},
		data: {},
		selected: { type: Boolean }
	},
	setup(t) {
		let r = t, s = _(El), { detail: c } = s, l = n(() => we({
			sx: r.sourceX,
			sy: r.sourceY,
			tx: r.targetX,
			ty: r.targetY
		})), u = n(() => s.wires.get(r.id)), d = n(() => c.small.value || c.far.value || r.selected || c.nearEdges.has(r.id)), f = n(() => s.hovered.value === r.id), p = n(() => u.value?.n === void 0 ? "" : u.value.n === 1 ? "1" : Yl(u.value.n)), m = n(() => 7 * p.value.length + 14);
		function h(e) {
			e.stopPropagation(), s.root().dispatchEvent(new CustomEvent("lc-insert", { detail: {
				edge: r.id,
				x: e.clientX,
				y: e.clientY
			} }));
		}
		function g(e) {
			e.stopPropagation(), s.commit("Delete wire", [{
				op: "remove_edge",
				edge: r.id
			}]);
		}
		return (n, r) => d.value ? (j(), a(e, { key: 0 }, [
			!W(c).far.value || W(c).small.value ? (j(), a("path", {
				key: 0,
				class: "lc-wire-hit",
				d: l.value.d
			}, null, 8, id)) : i("", !0),
			o("path", {
				class: w(["lc-wire", {
					"lc-wire-on": u.value?.on,
					"lc-wire-sent": u.value?.n !== void 0 && !u.value?.on,
					"lc-wire-hot": f.value
				}]),
				"data-type": t.data.type,
				d: l.value.d
			}, null, 10, ad),
			!p.value || f.value && !W(s).locked.value ? i("", !0) : (j(), a("g", {
				key: 1,
				class: "lc-count",
				transform: `translate(${l.value.x},${l.value.y})`
			}, [o("rect", {
				x: -m.value / 2,
				y: "-10",
				width: m.value,
				height: "20",
				rx: "10"
			}, null, 8, sd), o("text", cd, B(p.value), 1)], 8, od)),
			f.value && !W(s).locked.value ? (j(), a("g", {
				key: 2,
				class: "lc-wire-tools",
				transform: `translate(${l.value.x},${l.value.y})`
			}, [o("g", {
				role: "button",
				"aria-label": "Insert a node here",
				onClick: h,
				onPointerdown: r[0] ||= K(() => {}, ["stop"]),
				onMousedown: r[1] ||= K(() => {}, ["stop"])
			}, [...r[4] ||= [
				o("title", null, "Insert a node here", -1),
				o("circle", {
					cx: "-13",
					r: "11"
				}, null, -1),
				o("path", { d: "M-17,0H-9M-13,-4V4" }, null, -1)
			]], 32), o("g", {
				role: "button",
				"aria-label": "Delete this wire",
				class: "lc-cut",
				onClick: g,
				onPointerdown: r[2] ||= K(() => {}, ["stop"]),
				onMousedown: r[3] ||= K(() => {}, ["stop"])
			}, [...r[5] ||= [
				o("title", null, "Delete this wire", -1),
				o("circle", {
					cx: "13",
					r: "11"
				}, null, -1),
				o("path", { d: "M10,-3L16,3M16,-3L10,3" }, null, -1)
			]], 32)], 8, ld)) : i("", !0)
		], 64)) : i("", !0);
	}
}), dd = ["data-locked"], fd = {
	key: 0,
	class: "lc-bar-count"
}, pd = {
	key: 0,
	class: "lc-empty"
}, md = ["data-tone"], hd = u({
	__name: "FlowCanvas",
	props: {
		flow: {},
		kinds: {},
		readonly: { type: Boolean },
		minimap: { type: Boolean }
	},
	emits: [
		"ready",
		"tx",
		"undo",
		"redo",
		"selection",
		"open",
		"command",
		"refused",
		"saving",
		"drafts"
	],
	setup(t, { expose: s, emit: u }) {
		(function() {
			if (document.getElementById("loomline-canvas-style")) return;
			let e = document.createElement("style");
			e.id = "loomline-canvas-style", e.textContent = ".vue-flow{--xy-edge-stroke-default:#b1b1b7;--xy-edge-stroke-width-default:1;--xy-edge-stroke-selected-default:#555;--xy-connectionline-stroke-default:#b1b1b7;--xy-connectionline-stroke-width-default:1;--xy-attribution-background-color-default:#ffffff80;--xy-minimap-background-color-default:#fff;--xy-minimap-mask-background-color-default:#f0f0f099;--xy-minimap-mask-stroke-color-default:transparent;--xy-minimap-mask-stroke-width-default:1;--xy-minimap-node-background-color-default:#e2e2e2;--xy-minimap-node-stroke-color-default:transparent;--xy-minimap-node-stroke-width-default:2;--xy-background-color-default:transparent;--xy-background-pattern-dots-color-default:#91919a;--xy-background-pattern-lines-color-default:#eee;--xy-background-pattern-cross-color-default:#e2e2e2;background-color:var(--xy-background-color,var(--xy-background-color-default));--xy-node-border-default:1px solid #bbb;--xy-node-border-selected-default:1px solid #555;--xy-handle-background-color-default:#333;--xy-selection-background-color-default:#9696b41a;--xy-selection-border-default:1px dotted #9b9b9bcc;--xy-resize-background-color-default:#3367d9;direction:ltr}.vue-flow.dark{--xy-edge-stroke-default:#3e3e3e;--xy-edge-stroke-width-default:1;--xy-edge-stroke-selected-default:#727272;--xy-connectionline-stroke-default:#b1b1b7;--xy-connectionline-stroke-width-default:1;--xy-attribution-background-color-default:#96969640;--xy-minimap-background-color-default:#141414;--xy-minimap-mask-background-color-default:#3c3c3c99;--xy-minimap-mask-stroke-color-default:transparent;--xy-minimap-mask-stroke-width-default:1;--xy-minimap-node-background-color-default:#2b2b2b;--xy-minimap-node-stroke-color-default:transparent;--xy-minimap-node-stroke-width-default:2;--xy-background-color-default:#141414;--xy-background-pattern-dots-color-default:#777;--xy-background-pattern-lines-color-default:#777;--xy-background-pattern-cross-color-default:#777;--xy-node-color-default:#f8f8f8}.vue-flow__background{background-color:var(--xy-background-color-props,var(--xy-background-color,var(--xy-background-color-default)));pointer-events:none;z-index:-1}.vue-flow__container{width:100%;height:100%;position:absolute;top:0;left:0}.vue-flow__pane{z-index:1;touch-action:none}.vue-flow__pane.draggable{cursor:grab}.vue-flow__pane.dragging{cursor:grabbing}.vue-flow__pane.selection{cursor:pointer}.vue-flow__viewport{transform-origin:0 0;z-index:2;pointer-events:none}.vue-flow__renderer{z-index:4}.vue-flow__selection{z-index:6}.vue-flow__nodesselection-rect:focus,.vue-flow__nodesselection-rect:focus-visible{outline:none}.vue-flow__edge-path{stroke:var(--xy-edge-stroke,var(--xy-edge-stroke-default));stroke-width:var(--xy-edge-stroke-width,var(--xy-edge-stroke-width-default));fill:none}.vue-flow__connection-path{stroke:var(--xy-connectionline-stroke,var(--xy-connectionline-stroke-default));stroke-width:var(--xy-connectionline-stroke-width,var(--xy-connectionline-stroke-width-default));fill:none}.vue-flow .vue-flow__edges{position:absolute}.vue-flow .vue-flow__edges svg{pointer-events:none;position:absolute;overflow:visible}.vue-flow__edge{pointer-events:visibleStroke}.vue-flow__edge.selectable{cursor:pointer}.vue-flow__edge.animated path{stroke-dasharray:5;animation:.5s linear infinite dashdraw}.vue-flow__edge.animated path.vue-flow__edge-interaction{stroke-dasharray:none;animation:none}.vue-flow__edge.inactive{pointer-events:none}.vue-flow__edge.selected,.vue-flow__edge:focus,.vue-flow__edge:focus-visible{outline:none}.vue-flow__edge.selected .vue-flow__edge-path,.vue-flow__edge.selectable:focus .vue-flow__edge-path,.vue-flow__edge.selectable:focus-visible .vue-flow__edge-path{stroke:var(--xy-edge-stroke-selected,var(--xy-edge-stroke-selected-default))}.vue-flow__edge-textwrapper{pointer-events:all}.vue-flow__edge .vue-flow__edge-text{pointer-events:none;-webkit-user-select:none;user-select:none}.vue-flow__arrowhead polyline{stroke:var(--xy-edge-stroke,var(--xy-edge-stroke-default))}.vue-flow__arrowhead polyline.arrowclosed{fill:var(--xy-edge-stroke,var(--xy-edge-stroke-default))}.vue-flow__connection{pointer-events:none}.vue-flow__connection .animated{stroke-dasharray:5;animation:.5s linear infinite dashdraw}svg.vue-flow__connectionline{z-index:1001;position:absolute;overflow:visible}.vue-flow__nodes{pointer-events:none;transform-origin:0 0}.vue-flow__node{-webkit-user-select:none;user-select:none;pointer-events:all;transform-origin:0 0;box-sizing:border-box;cursor:default;position:absolute}.vue-flow__node.selectable{cursor:pointer}.vue-flow__node.draggable{cursor:grab;pointer-events:all}.vue-flow__node.draggable.dragging{cursor:grabbing}.vue-flow__nodesselection{z-index:3;transform-origin:0 0;pointer-events:none}.vue-flow__nodesselection-rect{pointer-events:all;cursor:grab;position:absolute}.vue-flow__handle{pointer-events:none;background-color:var(--xy-handle-background-color,var(--xy-handle-background-color-default));min-width:5px;min-height:5px;position:absolute}.vue-flow__handle.connectingfrom{pointer-events:all}.vue-flow__handle.connectionindicator{pointer-events:all;cursor:crosshair}.vue-flow__handle-bottom{top:auto;bottom:0;left:50%;transform:translate(-50%,50%)}.vue-flow__handle-top{top:0;left:50%;transform:translate(-50%,-50%)}.vue-flow__handle-left{top:50%;left:0;transform:translate(-50%,-50%)}.vue-flow__handle-right{top:50%;right:0;transform:translate(50%,-50%)}.vue-flow__edgeupdater{cursor:move;pointer-events:all}.vue-flow__pane.selection .vue-flow__panel{pointer-events:none}.vue-flow__panel{z-index:5;margin:15px;position:absolute}.vue-flow__panel.top{top:0}.vue-flow__panel.bottom{bottom:0}.vue-flow__panel.top.center,.vue-flow__panel.bottom.center{left:50%;transform:translate(-15px)translate(-50%)}.vue-flow__panel.left{left:0}.vue-flow__panel.right{right:0}.vue-flow__panel.left.center,.vue-flow__panel.right.center{top:50%;transform:translateY(-15px)translateY(-50%)}.vue-flow__attribution{background:var(--xy-attribution-background-color,var(--xy-attribution-background-color-default));margin:0;padding:2px 3px;font-size:10px}.vue-flow__attribution a{color:#999;text-decoration:none}@keyframes dashdraw{0%{stroke-dashoffset:10px}}.vue-flow__edgelabel-renderer{pointer-events:none;-webkit-user-select:none;user-select:none;width:100%;height:100%;position:absolute;top:0;left:0}.vue-flow__viewport-portal{-webkit-user-select:none;user-select:none;width:100%;height:100%;position:absolute;top:0;left:0}.vue-flow__minimap{background:var(--xy-minimap-background-color-props,var(--xy-minimap-background-color,var(--xy-minimap-background-color-default)))}.vue-flow__minimap-svg{display:block}.vue-flow__minimap-mask{fill:var(--xy-minimap-mask-background-color-props,var(--xy-minimap-mask-background-color,var(--xy-minimap-mask-background-color-default)));stroke:var(--xy-minimap-mask-stroke-color-props,var(--xy-minimap-mask-stroke-color,var(--xy-minimap-mask-stroke-color-default)));stroke-width:var(--xy-minimap-mask-stroke-width-props,var(--xy-minimap-mask-stroke-width,var(--xy-minimap-mask-stroke-width-default)))}.vue-flow__minimap-node{fill:var(--xy-minimap-node-background-color-props,var(--xy-minimap-node-background-color,var(--xy-minimap-node-background-color-default)));stroke:var(--xy-minimap-node-stroke-color-props,var(--xy-minimap-node-stroke-color,var(--xy-minimap-node-stroke-color-default)));stroke-width:var(--xy-minimap-node-stroke-width-props,var(--xy-minimap-node-stroke-width,var(--xy-minimap-node-stroke-width-default)))}.vue-flow__background-pattern.dots{fill:var(--xy-background-pattern-color-props,var(--xy-background-pattern-color,var(--xy-background-pattern-dots-color-default)))}.vue-flow__background-pattern.lines{stroke:var(--xy-background-pattern-color-props,var(--xy-background-pattern-color,var(--xy-background-pattern-lines-color-default)))}.vue-flow__background-pattern.cross{stroke:var(--xy-background-pattern-color-props,var(--xy-background-pattern-color,var(--xy-background-pattern-cross-color-default)))}.vue-flow__controls{flex-direction:column;display:flex}.vue-flow__controls.horizontal{flex-direction:row}.vue-flow__controls-button{justify-content:center;align-items:center;width:26px;height:26px;padding:4px;display:flex}.vue-flow__controls-button svg{fill:currentColor;width:100%;max-width:12px;max-height:12px}.vue-flow__node-input,.vue-flow__node-default,.vue-flow__node-output,.vue-flow__node-group{border:var(--xy-node-border,var(--xy-node-border-default));color:var(--xy-node-color,var(--xy-node-color-default))}.vue-flow__node-input.selected,.vue-flow__node-input:focus,.vue-flow__node-input:focus-visible,.vue-flow__node-default.selected,.vue-flow__node-default:focus,.vue-flow__node-default:focus-visible,.vue-flow__node-output.selected,.vue-flow__node-output:focus,.vue-flow__node-output:focus-visible,.vue-flow__node-group.selected,.vue-flow__node-group:focus,.vue-flow__node-group:focus-visible{border:var(--xy-node-border-selected,var(--xy-node-border-selected-default));outline:none}.vue-flow__nodesselection-rect,.vue-flow__selection{background:var(--xy-selection-background-color,var(--xy-selection-background-color-default));border:var(--xy-selection-border,var(--xy-selection-border-default))}.vue-flow__resize-control{position:absolute}.vue-flow__resize-control.left,.vue-flow__resize-control.right{cursor:ew-resize}.vue-flow__resize-control.top,.vue-flow__resize-control.bottom{cursor:ns-resize}.vue-flow__resize-control.top.left,.vue-flow__resize-control.bottom.right{cursor:nwse-resize}.vue-flow__resize-control.bottom.left,.vue-flow__resize-control.top.right{cursor:nesw-resize}.vue-flow__resize-control.handle{background-color:var(--xy-resize-background-color,var(--xy-resize-background-color-default));border:1px solid #fff;border-radius:1px;width:5px;height:5px;translate:-50% -50%}.vue-flow__resize-control.handle.left{top:50%;left:0}.vue-flow__resize-control.handle.right{top:50%;left:100%}.vue-flow__resize-control.handle.top{top:0;left:50%}.vue-flow__resize-control.handle.bottom{top:100%;left:50%}.vue-flow__resize-control.handle.top.left,.vue-flow__resize-control.handle.bottom.left{left:0}.vue-flow__resize-control.handle.top.right,.vue-flow__resize-control.handle.bottom.right{left:100%}.vue-flow__resize-control.line{border-color:var(--xy-resize-background-color,var(--xy-resize-background-color-default));border-style:solid;border-width:0}.vue-flow__resize-control.line.left,.vue-flow__resize-control.line.right{width:1px;height:100%;top:0;transform:translate(-50%)}.vue-flow__resize-control.line.left{border-left-width:1px;left:0}.vue-flow__resize-control.line.right{border-right-width:1px;left:100%}.vue-flow__resize-control.line.top,.vue-flow__resize-control.line.bottom{width:100%;height:1px;left:0;transform:translateY(-50%)}.vue-flow__resize-control.line.top{border-top-width:1px;top:0}.vue-flow__resize-control.line.bottom{border-bottom-width:1px;top:100%}.vue-flow{z-index:0;width:100%;height:100%;position:relative;overflow:hidden}.lc-root,.lc-ghost{--lc-accent:var(--ll-accent,#5b5bd6);--lc-accent-soft:#5b5bd61f;--lc-ground:var(--ll-canvas,#f6f6f8);--lc-dots:#d6d6de;--lc-card:var(--ll-surface,#fff);--lc-raised:var(--ll-raised,#fff);--lc-line:#e1e1e8;--lc-line-strong:#c9c9d3;--lc-text:var(--ll-ink,#1b1b21);--lc-text-2:var(--ll-ink-2,#55555f);--lc-text-3:var(--ll-ink-3,#6e6e7a);--lc-wire:#b3b3bf;--lc-frame:#5b5bd60a;--lc-frame-line:#d5d5e4;--lc-ok:var(--ll-ok-mark,#30a46c);--lc-ok-ink:var(--ll-ok,#1c7a4d);--lc-ok-soft:var(--ll-ok-soft,#e9f7f0);--lc-bad:var(--ll-bad-mark,#dc4449);--lc-bad-ink:var(--ll-bad,#bf2a30);--lc-bad-soft:var(--ll-bad-soft,#fdeeee);--lc-warn:var(--ll-warn-mark,#e0a020);--lc-warn-ink:var(--ll-warn,#8a5a00);--lc-run:var(--ll-run-mark,#2f8be6);--lc-run-ink:var(--ll-run,#1469b8);--lc-run-soft:var(--ll-run-soft,#e8f2fc);--lc-shadow:0 1px 2px #1818300d, 0 2px 8px #1818300a;--lc-shadow-2:0 2px 6px #18183014, 0 12px 36px #18183024;--lc-t-text:#0f9d84;--lc-t-number:#cf8a12;--lc-t-boolean:#d6409f;--lc-t-object:#3b7bf6;--lc-t-list:#8e4ec6;--lc-t-any:#8b8b99;--lc-t-order:#a9a9b5;--lc-t-error:var(--ll-bad-mark,#dc4449);--lc-cat-llm:var(--ll-cat-llm,#6d4fd0);--lc-cat-text:var(--ll-cat-text,#2f6fd0);--lc-cat-data:var(--ll-cat-data,#0f7f86);--lc-cat-files:var(--ll-cat-files,#a36207);--lc-cat-logic:var(--ll-cat-logic,#b0417f);--lc-cat-http:var(--ll-cat-http,#2277b5);--lc-cat-mail:var(--ll-cat-mail,#c2492b);--lc-cat-flow:var(--ll-cat-flow,#3d8046);--lc-cat-other:#6b6b7b;--lc-cat-note:#e8d891;--lc-cat-missing:#9a9aa8}body.body--dark .lc-root,body.body--dark .lc-ghost,:root[data-theme=dark] .lc-root,:root[data-theme=dark] .lc-ghost{--lc-accent:var(--ll-accent-ink,#a3a1f7);--lc-accent-soft:#8b8bf526;--lc-ground:var(--ll-canvas,#151519);--lc-dots:#2b2b34;--lc-card:var(--ll-surface,#1e1e24);--lc-raised:var(--ll-raised,#25252c);--lc-line:#33333d;--lc-line-strong:#4a4a58;--lc-text:var(--ll-ink,#ececf0);--lc-text-2:var(--ll-ink-2,#b1b1bd);--lc-text-3:var(--ll-ink-3,#9090a0);--lc-wire:#565664;--lc-frame:#8b8bf50d;--lc-frame-line:#3b3b50;--lc-ok:var(--ll-ok-mark,#38a874);--lc-ok-ink:var(--ll-ok,#5cc795);--lc-ok-soft:var(--ll-ok-soft,#16291f);--lc-bad:var(--ll-bad-mark,#e5575b);--lc-bad-ink:var(--ll-bad,#ff8f8f);--lc-bad-soft:var(--ll-bad-soft,#321a1c);--lc-warn:var(--ll-warn-mark,#d29a2c);--lc-warn-ink:var(--ll-warn,#e9bd63);--lc-run:var(--ll-run-mark,#4a9bea);--lc-run-ink:var(--ll-run,#7cb9f6);--lc-run-soft:var(--ll-run-soft,#16273a);--lc-shadow:0 1px 2px #0006, 0 3px 12px #0004;--lc-shadow-2:0 2px 8px #0007, 0 16px 44px #0009;--lc-t-text:#34c0a6;--lc-t-number:#e7b04e;--lc-t-boolean:#ee78be;--lc-t-object:#6b9dff;--lc-t-list:#b58aea;--lc-t-any:#9d9dac;--lc-t-order:#7d7d8c;--lc-t-error:var(--ll-bad-mark,#e5575b);--lc-cat-llm:var(--ll-cat-llm,#ab96f5);--lc-cat-text:var(--ll-cat-text,#86b2f5);--lc-cat-data:var(--ll-cat-data,#57c3c9);--lc-cat-files:var(--ll-cat-files,#e0a752);--lc-cat-logic:var(--ll-cat-logic,#e58dbb);--lc-cat-http:var(--ll-cat-http,#74bdee);--lc-cat-mail:var(--ll-cat-mail,#f0957c);--lc-cat-flow:var(--ll-cat-flow,#86c98e);--lc-cat-other:#9a9aa8;--lc-cat-note:#6b6238;--lc-cat-missing:#7d7d8c}[data-category]{--tile:var(--lc-cat-other)}[data-category=flow]{--tile:var(--lc-cat-flow)}[data-category=llm]{--tile:var(--lc-cat-llm)}[data-category=text]{--tile:var(--lc-cat-text)}[data-category=data]{--tile:var(--lc-cat-data)}[data-category=logic]{--tile:var(--lc-cat-logic)}[data-category=http]{--tile:var(--lc-cat-http)}[data-category=files]{--tile:var(--lc-cat-files)}[data-category=mail]{--tile:var(--lc-cat-mail)}[data-category=missing]{--tile:var(--lc-cat-missing)}.lc-root [data-type=text],.lc-root[data-carries=text]{--t:var(--lc-t-text)}.lc-root [data-type=number],.lc-root[data-carries=number]{--t:var(--lc-t-number)}.lc-root [data-type=boolean],.lc-root[data-carries=boolean]{--t:var(--lc-t-boolean)}.lc-root [data-type=object],.lc-root[data-carries=object]{--t:var(--lc-t-object)}.lc-root [data-type=list],.lc-root[data-carries=list]{--t:var(--lc-t-list)}.lc-root [data-type=any],.lc-root[data-carries=any]{--t:var(--lc-t-any)}.lc-root [data-type=order],.lc-root[data-carries=order]{--t:var(--lc-t-order)}.lc-root [data-type=error],.lc-root[data-carries=error]{--t:var(--lc-t-error)}.lc-root .vue-flow__node{box-shadow:none;color:inherit;text-align:left;cursor:default;background:0 0;border:0;border-radius:12px;padding:0}.lc-root .vue-flow__node.draggable{cursor:grab}.lc-root .vue-flow__node:focus,.lc-root .vue-flow__node:focus-visible{outline:none}.lc-root .vue-flow__node:focus-visible .lc-card,.lc-root .vue-flow__node:focus-visible .lc-frame{outline:2px solid var(--lc-accent);outline-offset:3px}.lc-card{background:var(--lc-card);width:240px;min-height:56px;box-shadow:0 0 0 1px var(--lc-line), var(--lc-shadow);border-radius:12px}.vue-flow__node:hover .lc-card{box-shadow:0 0 0 1px var(--lc-line-strong), var(--lc-shadow)}.lc-blank{box-shadow:0 0 0 1px var(--lc-line);border-left:8px solid var(--tile);box-sizing:border-box}.lc-blank[data-state=succeeded],.lc-blank[data-state=cached]{background:var(--lc-ok-soft)}.lc-blank[data-state=failed]{background:var(--lc-bad-soft)}.lc-blank[data-state=running]{background:var(--lc-run-soft)}.lc-head{align-items:center;height:56px;display:flex}.lc-tile{width:34px;height:34px;color:var(--tile);background:color-mix(in srgb, var(--tile) 13%, var(--lc-card));border-radius:9px;flex:none;place-items:center;margin:0 11px 0 3px;display:grid}.lc-icon{font-size:20px;line-height:1}.lc-no-dot{flex:none;width:10px}.lc-titles{flex-direction:column;flex:1;gap:2px;min-width:0;display:flex}.lc-title{white-space:nowrap;letter-spacing:-.005em;font-size:14px;font-weight:600;line-height:18px}.lc-sub{color:var(--lc-text-2);white-space:nowrap;font-size:12px;line-height:15px}.lc-rename{box-sizing:border-box;width:100%;color:inherit;background:var(--lc-ground);border:1px solid var(--lc-accent);-webkit-user-select:text;user-select:text;border-radius:6px;outline:none;padding:3px 6px;font:600 14px/18px inherit}.lc-badge{color:var(--lc-text-3);font-variation-settings:\"FILL\" 1;flex:none;margin-right:4px;font-size:18px}.lc-badge[data-tone=ok]{color:var(--lc-ok)}.lc-badge[data-tone=bad]{color:var(--lc-bad)}.lc-badge[data-tone=warn]{color:var(--lc-warn)}.lc-badge[data-tone=run]{color:var(--lc-run);animation:1.1s linear infinite lc-turn}.lc-rows{box-shadow:inset 0 1px 0 var(--lc-line);padding:6px 0 8px}.lc-row{align-items:center;height:24px;display:flex}.lc-port{color:var(--lc-text-2);white-space:nowrap;padding:0 2px;font-size:12px;line-height:16px}.lc-port-wired{color:var(--lc-text)}.lc-port[data-error]{color:var(--lc-bad-ink)}.lc-gap{flex:1}.lc-root .vue-flow__handle.lc-dot{cursor:crosshair;background:radial-gradient(circle, var(--lc-card) 0 2.4px, var(--t) 3px 4.6px, var(--lc-card) 5.2px 6.8px, transparent 7.3px);border:0;border-radius:50%;flex:none;width:20px;min-width:0;height:20px;min-height:0;position:static;transform:none}.lc-root .vue-flow__handle.lc-dot-wired{background:radial-gradient(circle, var(--t) 0 4.6px, var(--lc-card) 5.2px 6.8px, transparent 7.3px)}.lc-root .vue-flow__handle-left.lc-dot{margin-left:-10px}.lc-root .vue-flow__handle-right.lc-dot{margin-right:-10px}.lc-root .vue-flow__handle.lc-dot:hover{background:radial-gradient(circle, var(--t) 0 6.4px, var(--lc-card) 7px 8.4px, transparent 9px)}.lc-root[data-locked] .vue-flow__handle.lc-dot{cursor:default}.vue-flow__node.selected .lc-card{box-shadow:0 0 0 2px var(--lc-accent), 0 0 0 6px var(--lc-accent-soft), var(--lc-shadow)}.lc-card[data-state=succeeded],.lc-card[data-state=cached]{box-shadow:0 0 0 1.5px color-mix(in srgb, var(--lc-ok) 70%, var(--lc-line)), var(--lc-shadow)}.lc-card[data-state=failed],.lc-faulty:not([data-state]){box-shadow:0 0 0 1.5px color-mix(in srgb, var(--lc-bad) 75%, var(--lc-line)), var(--lc-shadow)}.lc-card[data-state=paused]{box-shadow:0 0 0 1.5px var(--lc-warn), var(--lc-shadow)}.lc-card[data-state=running]{box-shadow:0 0 0 2px var(--lc-run), 0 0 0 6px color-mix(in srgb, var(--lc-run) 18%, transparent), var(--lc-shadow);animation:1.8s ease-in-out infinite lc-pulse}.vue-flow__node.selected .lc-card[data-state]{box-shadow:0 0 0 2px var(--lc-accent), 0 0 0 6px var(--lc-accent-soft), var(--lc-shadow)}.lc-card[data-state=skipped],.lc-card[data-state=queued] .lc-head{opacity:.62}.lc-card[data-state=skipped]{outline:1.5px dashed var(--lc-line-strong);outline-offset:-1px;box-shadow:none}.lc-off .lc-head,.lc-off .lc-rows{opacity:.5}.lc-off{background:repeating-linear-gradient(135deg, transparent 0 7px, color-mix(in srgb, var(--lc-text) 4%, transparent) 7px 14px), var(--lc-card)}.lc-off .lc-title{text-decoration:line-through;text-decoration-thickness:1px}.lc-off .lc-tile{filter:grayscale()}.lc-missing{outline:1.5px dashed var(--lc-line-strong);outline-offset:-1px;box-shadow:none}.lc-foot{box-shadow:inset 0 1px 0 var(--lc-line);color:var(--lc-text-2);font-variant-numeric:tabular-nums;border-radius:0 0 12px 12px;padding:7px 13px 9px;font-size:12px;line-height:16px}.lc-figures{white-space:nowrap;flex-wrap:wrap;column-gap:8px;display:flex}.lc-foot[data-state=failed] .lc-figures{color:var(--lc-bad-ink);font-weight:600}.lc-foot[data-state=running] .lc-figures{color:var(--lc-run-ink);font-weight:500}.lc-foot[data-state=paused] .lc-figures{color:var(--lc-warn-ink);font-weight:600}.lc-stream{white-space:nowrap;color:var(--lc-text);padding-top:4px}.lc-stream.writing>:last-child:after{content:\"▍\";color:var(--lc-run);animation:1s steps(2,end) infinite lc-blink}.lc-root .vue-flow__node-frame{border-radius:16px;pointer-events:none!important}.lc-frame{box-sizing:border-box;background:var(--lc-frame);box-shadow:inset 0 0 0 1.5px var(--lc-frame-line);border-radius:16px}.lc-edge{pointer-events:all;align-items:center;height:24px;display:flex;position:absolute}.lc-edge-left{left:0}.lc-edge-right{right:0}.lc-frame-head{pointer-events:all;background:var(--lc-card);box-shadow:0 0 0 1.5px var(--lc-frame-line), var(--lc-shadow);cursor:grab;border-radius:16px 16px 0 0}.lc-frame-head.lc-blank{border-left:8px solid var(--tile);box-sizing:border-box}.lc-folded{box-shadow:none;background:0 0}.lc-folded .lc-frame-head{box-shadow:0 0 0 1px var(--lc-line), 4px 4px 0 -1px var(--lc-card), 4px 4px 0 0 var(--lc-line-strong), var(--lc-shadow);border-radius:12px}.lc-folded .lc-frame-run{display:none}.vue-flow__node.selected .lc-frame{box-shadow:inset 0 0 0 2px var(--lc-accent), 0 0 0 4px var(--lc-accent-soft)}.vue-flow__node.selected .lc-frame-head{box-shadow:0 0 0 2px var(--lc-accent), var(--lc-shadow)}.lc-frame.lc-frame-target{background:var(--lc-accent-soft);box-shadow:inset 0 0 0 2px var(--lc-accent)}.lc-frame[data-state=running]:not(.lc-folded){box-shadow:inset 0 0 0 2px var(--lc-run)}.lc-frame[data-state=succeeded]:not(.lc-folded){box-shadow:inset 0 0 0 1.5px color-mix(in srgb, var(--lc-ok) 60%, var(--lc-line))}.lc-frame[data-state=failed]:not(.lc-folded){box-shadow:inset 0 0 0 1.5px color-mix(in srgb, var(--lc-bad) 70%, var(--lc-line))}.lc-frame-run .lc-foot{box-shadow:none;padding:0 8px}.lc-frame-run .lc-stream{display:none}.lc-frame-run .lc-figures{gap:12px}.lc-frame-body{height:0;position:relative}.lc-pill{pointer-events:all;width:84px;height:24px;color:var(--lc-text-2);background:var(--lc-card);box-shadow:0 0 0 1px var(--lc-line);align-items:center;font-size:12px;font-weight:500;display:flex;position:absolute}.lc-pill-left{border-radius:0 12px 12px 0;justify-content:flex-end;left:0}.lc-pill-left span{margin-right:4px}.lc-pill-right{border-radius:12px 0 0 12px;right:0}.lc-pill-right span{margin-left:4px}.lc-fold{color:var(--lc-text-3);cursor:pointer;background:0 0;border:0;border-radius:7px;margin-right:2px;padding:4px;display:grid}.lc-fold i{font-size:18px}.lc-fold:hover{background:var(--lc-accent-soft);color:var(--lc-text)}.lc-ring{border-radius:50%;position:relative}.lc-ring:before{content:\"\";background:conic-gradient(var(--lc-run) calc(var(--p) * 360deg), color-mix(in srgb, var(--lc-run) 20%, transparent) 0);border-radius:50%;padding:3px;position:absolute;inset:-5px;-webkit-mask:linear-gradient(#000 0 0) content-box,linear-gradient(#000 0 0);-webkit-mask-composite:xor,source-over;mask:linear-gradient(#000 0 0) content-box exclude,linear-gradient(#000 0 0)}.lc-frame[data-state=succeeded] .lc-ring:before{background:conic-gradient(var(--lc-ok) calc(var(--p) * 360deg), var(--lc-line) 0)}.lc-grip{cursor:nwse-resize;pointer-events:all;background:linear-gradient(135deg, transparent 0 58%, var(--lc-line-strong) 58% 66%, transparent 66% 76%, var(--lc-line-strong) 76% 84%, transparent 84%);border-radius:0 0 12px;width:18px;height:18px;position:absolute;bottom:2px;right:2px}.lc-frame{flex-direction:column;display:flex}.lc-frame-head{flex:none}.lc-frame-body{flex:1;height:auto}.lc-note{--note:#fdf3c4;--ink:#5c4d12;box-sizing:border-box;background:var(--note);color:var(--ink);border-radius:10px;position:relative;box-shadow:0 1px 2px #1818300d,inset 0 0 0 1px #0000000d}.lc-note[data-color=blue],.lc-note-colors [data-color=blue]{--note:#dceafd;--ink:#1d4a80}.lc-note[data-color=green],.lc-note-colors [data-color=green]{--note:#ddf3e2;--ink:#1f5b35}.lc-note[data-color=pink],.lc-note-colors [data-color=pink]{--note:#fce3ee;--ink:#862450}.lc-note[data-color=grey],.lc-note-colors [data-color=grey]{--note:#e9e9ee;--ink:#43434f}.lc-note-colors [data-color=yellow]{--note:#fdf3c4}body.body--dark .lc-note{--note:#3a3520;--ink:#ece2b4;box-shadow:inset 0 0 0 1px #ffffff14}body.body--dark .lc-note[data-color=blue]{--note:#1e2f47;--ink:#c6dcfb}body.body--dark .lc-note[data-color=green]{--note:#1d3526;--ink:#c0e8cc}body.body--dark .lc-note[data-color=pink]{--note:#422434;--ink:#f8cfe0}body.body--dark .lc-note[data-color=grey]{--note:#2c2c36;--ink:#d3d3dd}.vue-flow__node.selected .lc-note{box-shadow:0 0 0 2px var(--lc-accent)}.lc-note-text{box-sizing:border-box;width:100%;height:100%;font:inherit;color:inherit;padding:12px 14px;font-size:13px;line-height:1.45;overflow:hidden}textarea.lc-note-text{resize:none;-webkit-user-select:text;user-select:text;background:0 0;border:0;outline:none;overflow:auto}.lc-note-empty{opacity:.55}.lc-note h3,.lc-note h4,.lc-note h5,.lc-note h6{letter-spacing:normal;margin:0 0 4px;font-size:14px;font-weight:650;line-height:1.3}.lc-note h3{font-size:17px}.lc-note p{margin:0 0 6px}.lc-note ul,.lc-note ol{list-style:revert;margin:0 0 6px;padding-left:18px}.lc-note li.task{margin-left:-16px;list-style:none}.lc-note code{background:#0000000f;border-radius:4px;padding:1px 4px;font-size:.92em}.lc-note pre{white-space:pre-wrap;background:#0000000d;border-radius:6px;margin:0 0 6px;padding:8px;font-size:12px}.lc-note a{color:inherit;text-decoration:underline}.lc-note hr{opacity:.25;border:0;border-top:1px solid;margin:8px 0}.lc-note blockquote{opacity:.8;border-left:3px solid;margin:0 0 6px;padding-left:10px}.lc-note-colors{background:var(--lc-raised);box-shadow:0 0 0 1px var(--lc-line), var(--lc-shadow);border-radius:999px;gap:6px;padding:4px;display:flex;position:absolute;bottom:-30px;left:10px}.lc-note-colors button{background:var(--note);cursor:pointer;border:1px solid #0002;border-radius:50%;width:16px;height:16px;padding:0}@keyframes lc-turn{to{rotate:360deg}}@keyframes lc-blink{50%{opacity:0}}@keyframes lc-pulse{50%{box-shadow:0 0 0 2px var(--lc-run), 0 0 0 10px color-mix(in srgb, var(--lc-run) 6%, transparent), var(--lc-shadow)}}@media (prefers-reduced-motion:reduce){.lc-root *,.lc-root :before,.lc-root :after{transition:none!important;animation:none!important}}.lc-wire{fill:none;stroke:color-mix(in srgb, var(--t,var(--lc-wire)) 62%, var(--lc-wire));stroke-width:2px;pointer-events:none}.lc-wire-hit{fill:none;stroke:#0000;stroke-width:20px;pointer-events:stroke;cursor:pointer}.lc-wire[data-type=order]{stroke:var(--lc-wire)}.lc-wire-hot{stroke:var(--t,var(--lc-accent));stroke-width:3px}.lc-wire-hot[data-type=order]{stroke:var(--lc-text-3)}.vue-flow__edge.selected .lc-wire{stroke:var(--lc-accent);stroke-width:3px}.lc-wire-on{stroke-width:2.5px;stroke-dasharray:7 5;animation:.7s linear infinite lc-flow;stroke:var(--lc-run)!important}.lc-wire-sent{stroke:color-mix(in srgb, var(--lc-ok) 75%, var(--lc-wire))}.lc-count rect{fill:var(--lc-raised);stroke:var(--lc-line)}.lc-count text{fill:var(--lc-text-2);font-variant-numeric:tabular-nums;font-size:11px;font-weight:600}.lc-count{pointer-events:none}.lc-wire-tools>g{cursor:pointer;pointer-events:all}.lc-wire-tools circle{fill:var(--lc-raised);stroke:var(--lc-line-strong)}.lc-wire-tools path{fill:none;stroke:var(--lc-text-2);stroke-width:1.8px;stroke-linecap:round}.lc-wire-tools>g:hover circle{fill:var(--lc-accent);stroke:var(--lc-accent)}.lc-wire-tools>.lc-cut:hover circle{fill:var(--lc-bad);stroke:var(--lc-bad)}.lc-wire-tools>g:hover path{stroke:#fff}.lc-wire-new{stroke:var(--t,var(--lc-accent));stroke-width:2.5px}.lc-wire-end{fill:var(--t,var(--lc-accent))}.lc-root .vue-flow__edgeupdater{cursor:crosshair}@keyframes lc-flow{to{stroke-dashoffset:-24px}}.lc-connecting .lc-dot[data-fit=no]{opacity:.25}.lc-connecting .vue-flow__handle.lc-dot[data-fit=yes]{box-shadow:0 0 0 3px color-mix(in srgb, var(--t) 28%, transparent)}.lc-connecting .vue-flow__handle.lc-dot.valid{box-shadow:0 0 0 6px color-mix(in srgb, var(--t) 38%, transparent)}.lc-connecting .vue-flow__handle.lc-dot.connectingto:not(.valid),.lc-root .vue-flow__handle.lc-refuse{opacity:1;--t:var(--lc-bad);box-shadow:0 0 0 6px color-mix(in srgb, var(--lc-bad) 30%, transparent);cursor:not-allowed}.lc-root .vue-flow__handle.lc-refuse{animation:.35s lc-shake}.lc-connecting .vue-flow__edge{opacity:.45}@keyframes lc-shake{25%{translate:-4px}75%{translate:4px}}.lc-root{touch-action:none;background:var(--lc-ground);width:100%;height:100%;color:var(--lc-text);font-family:var(--ll-font,inherit);letter-spacing:normal;--xy-background-pattern-color:var(--lc-dots);--xy-minimap-background-color:transparent;--xy-edge-stroke:var(--lc-wire);outline:none;font-size:14px;line-height:1.4;position:relative;overflow:hidden}.lc-root .vue-flow{background:0 0;width:100%;height:100%;position:absolute;inset:0}.lc-root .vue-flow__pane{cursor:default}.lc-root .vue-flow__nodesselection{display:none}.lc-root .vue-flow__selection{background:var(--lc-accent-soft);border:1px solid var(--lc-accent);border-radius:4px}.lc-moving .vue-flow__pane{cursor:grabbing}.lc-moving:after{content:\"\";z-index:1000;cursor:grabbing;position:absolute;inset:0}.lc-distant .lc-sub,.lc-distant .lc-port{color:#0000}.lc-picture{pointer-events:none;z-index:3;width:100%;height:100%;display:none;position:absolute;inset:0}.lc-overview .lc-picture{display:block}.lc-overview .vue-flow__nodes,.lc-overview .vue-flow__edges{content-visibility:hidden}.lc-bar{background:var(--lc-raised);box-shadow:0 0 0 1px var(--lc-line), var(--lc-shadow);color:var(--lc-text);border-radius:11px;align-items:center;gap:2px;padding:4px;display:flex}.lc-bar-count{min-width:22px;color:var(--lc-text-2);padding:0 8px;font-size:12px;font-weight:600}.lc-controls{z-index:6;position:absolute;bottom:16px;left:16px}.lc-tool{width:32px;height:32px;color:var(--lc-text-2);cursor:pointer;background:0 0;border:0;border-radius:8px;place-items:center;padding:0;display:grid}.lc-tool i{font-size:19px}.lc-tool:hover{background:var(--lc-accent-soft);color:var(--lc-text)}.lc-tool:disabled{opacity:.35;cursor:default;background:0 0}.lc-danger:hover{background:color-mix(in srgb, var(--lc-bad) 14%, transparent);color:var(--lc-bad)}.lc-zoom{color:var(--lc-text-2);font:inherit;font-variant-numeric:tabular-nums;cursor:pointer;background:0 0;border:0;border-radius:8px;min-width:46px;height:32px;font-size:12px;font-weight:500}.lc-zoom:hover{background:var(--lc-accent-soft);color:var(--lc-text)}.lc-split{background:var(--lc-line);width:1px;height:18px;margin:0 4px}.lc-root button:focus-visible{outline:2px solid var(--lc-accent);outline-offset:1px}.lc-root .lc-map.vue-flow__panel{background:color-mix(in srgb, var(--lc-raised) 92%, transparent);width:180px;height:116px;box-shadow:0 0 0 1px var(--lc-line), var(--lc-shadow);border-radius:12px;margin:16px;bottom:0;right:0;overflow:hidden}.lc-root .lc-map svg{width:180px;height:116px}.lc-root .vue-flow__minimap-node{stroke:none;fill:color-mix(in srgb, var(--lc-text-3) 55%, var(--lc-card))}.lc-root .vue-flow__minimap-node.lc-mini-frame{fill:var(--lc-accent-soft)}.lc-root .vue-flow__minimap-node.lc-mini-note{fill:var(--lc-cat-note)}.lc-root .vue-flow__minimap-node.lc-mini-succeeded,.lc-root .vue-flow__minimap-node.lc-mini-cached{fill:var(--lc-ok)}.lc-root .vue-flow__minimap-node.lc-mini-failed{fill:var(--lc-bad)}.lc-root .vue-flow__minimap-node.lc-mini-running{fill:var(--lc-run)}.lc-root .vue-flow__minimap-node.selected{fill:var(--lc-accent)}.lc-root .vue-flow__minimap-mask{fill:color-mix(in srgb, var(--lc-ground) 68%, transparent)}.lc-empty{z-index:4;pointer-events:none;color:var(--lc-text-2);text-align:center;flex-direction:column;justify-content:center;align-items:center;gap:6px;padding:24px;display:flex;position:absolute;inset:0}.lc-empty button{pointer-events:all;border:2px dashed var(--lc-line-strong);background:var(--lc-card);width:84px;height:84px;color:var(--lc-text-3);cursor:pointer;border-radius:20px;place-items:center;margin-bottom:10px;transition:color .15s,border-color .15s;display:grid}.lc-empty button:hover{border-color:var(--lc-accent);color:var(--lc-accent)}.lc-empty button i{font-size:32px}.lc-empty b{color:var(--lc-text);font-size:16px;font-weight:600}.lc-empty kbd{font:inherit;border:1px solid var(--lc-line-strong);background:var(--lc-card);border-radius:5px;padding:1px 6px;font-size:12px}.lc-picker{z-index:30;background:var(--lc-raised);width:340px;max-width:calc(100% - 16px);box-shadow:0 0 0 1px var(--lc-line), var(--lc-shadow-2);border-radius:14px;animation:.12s ease-out lc-rise;position:absolute;overflow:hidden}.lc-picker-ask{padding:12px 14px 0;font-weight:600}.lc-picker-search{background:var(--lc-ground);height:36px;box-shadow:inset 0 0 0 1px var(--lc-line);color:var(--lc-text-3);cursor:text;border-radius:9px;align-items:center;gap:8px;margin:10px 10px 8px;padding:0 10px;display:flex}.lc-picker-search:focus-within{box-shadow:inset 0 0 0 1.5px var(--lc-accent)}.lc-picker-search i{font-size:19px}.lc-picker-search input{min-width:0;font:inherit;color:var(--lc-text);background:0 0;border:0;outline:none;flex:1}.lc-picker-list{overscroll-behavior:contain;max-height:316px;padding:0 6px 6px;overflow-y:auto}.lc-picker-group{letter-spacing:.04em;text-transform:uppercase;color:var(--lc-text-3);padding:10px 8px 4px;font-size:11px;font-weight:600}.lc-picker-list button{text-align:left;width:100%;font:inherit;color:inherit;cursor:pointer;background:0 0;border:0;border-radius:9px;align-items:center;padding:6px 8px;display:flex}.lc-picker-list button[aria-selected=true]{background:var(--lc-accent-soft)}.lc-picker-list .lc-tile{border-radius:8px;width:30px;height:30px;margin:0 11px 0 0}.lc-picker-list .lc-icon{font-size:18px}.lc-picker-text{flex-direction:column;min-width:0;display:flex}.lc-picker-text b{font-size:13.5px;font-weight:550;line-height:18px}.lc-picker-text small{color:var(--lc-text-2);white-space:nowrap;text-overflow:ellipsis;font-size:12px;line-height:16px;overflow:hidden}.lc-picker-none{color:var(--lc-text-2);text-align:center;padding:16px 8px 18px}.lc-picker-foot{border:0;border-top:1px solid var(--lc-line);width:100%;color:var(--lc-text-2);font:inherit;cursor:pointer;background:0 0;align-items:center;gap:8px;padding:10px 16px;font-size:13px;display:flex}.lc-picker-foot i{font-size:18px}.lc-picker-foot:hover{color:var(--lc-text);background:var(--lc-accent-soft)}@keyframes lc-rise{0%{opacity:0;translate:0 6px}}.lc-tip{z-index:40;color:#fff;max-width:min(440px,80%);box-shadow:var(--lc-shadow-2);pointer-events:none;background:#2a2a35;border-radius:9px;width:max-content;padding:7px 12px;font-size:13px;line-height:18px;position:absolute;translate:-50% 18px}.lc-tip[data-tone=bad]{background:#b3262c}.lc-tip[data-tone=good]{background:#1a7f49}.lc-tip button{color:#fff;font:inherit;cursor:pointer;background:#ffffff2b;border:0;border-radius:6px;margin:-2px -5px -2px 10px;padding:3px 9px;font-weight:600}.lc-tip button:hover{background:#ffffff45}.lc-tip-act{pointer-events:all}.lc-banner{z-index:35;color:#fff;box-shadow:var(--lc-shadow-2);pointer-events:none;visibility:hidden;background:#7a4a00;border-radius:999px;align-items:center;gap:8px;padding:8px 14px;font-size:13px;font-weight:500;transition:translate .2s;display:flex;position:absolute;top:14px;left:50%;translate:-50% -70px}.lc-banner.on{visibility:visible;translate:-50%}.lc-banner i{font-size:18px}body:has(.lc-root) #popup{display:none!important}.lc-ghost{z-index:9999;pointer-events:none;background:var(--lc-card);height:56px;color:var(--lc-text);box-shadow:0 0 0 1px var(--lc-line), var(--lc-shadow-2);opacity:.7;border-radius:12px;align-items:center;padding:0 16px 0 9px;font-size:14px;display:flex;position:fixed;top:0;left:0}.lc-ghost.over{opacity:1;box-shadow:0 0 0 2px var(--lc-accent), var(--lc-shadow-2)}.lc-ghost b{font-weight:600}@media (max-width:600px){.lc-root .lc-map.vue-flow__panel{display:none}.lc-controls{bottom:8px;left:8px}.lc-tool{width:36px;height:36px}}", document.head.append(e);
		})();
		let d = t, f = u, p = z(null), h = z(null), g = JSON.parse(JSON.stringify(V(d.kinds))), _ = new Dl(d.flow, g, (e, ...t) => f(e, ...t), () => p.value);
		M(El, _);
		let v = new eu(_), y = new kl(_, () => h.value), b = new Ml(_, v), x = new Re(_, (e, t) => R(e, { from: t })), D = new nu(_, v), k = new tu(_, v, {
			fit: () => de(),
			picker: () => R(k.pointer ?? re()),
			zoom: (e) => {
				e === 0 ? A().zoomTo(1, { duration: 150 }) : e > 0 ? A().zoomIn({ duration: 150 }) : A().zoomOut({ duration: 150 });
			},
			escape: () => {
				let e = !!L.value || !!_.tip.value;
				return L.value = null, _.hush(), e;
			},
			open: (e) => f("open", { id: e })
		}), A = () => _.board, N = matchMedia("(pointer: coarse)").matches, F = matchMedia("(prefers-reduced-motion: reduce)").matches, I = {
			card: Nu,
			frame: Au,
			note: ed
		}, te = { wire: ud };
		_.locked.value = !!d.readonly, G(() => d.readonly, (e) => ge(!!e));
		let L = z(null);
		function R(e, t = {}) {
			if (_.locked.value) return;
			let n = p.value.getBoundingClientRect(), r = e.x > n.left && e.x < n.right && e.y > n.top && e.y < n.bottom ? e : re(), i = Math.max(8, Math.min(r.x - n.left, n.width - 348)), a = Math.max(8, Math.min(r.y - n.top - 20, n.height - 490));
			L.value = {
				x: i,
				y: a,
				at: r,
				...t
			};
		}
		function H(e) {
			let t = L.value;
			if (L.value = null, !t) return;
			let n = A().screenToFlowPosition(t.at), r = t.edge ? 120 : t.from?.type === "target" ? 240 : 0;
			v.add(e, {
				x: n.x - r,
				y: n.y - 28
			}, {
				from: t.from,
				on: t.edge
			}), p.value?.focus({ preventScroll: !0 });
		}
		function ne() {
			let e = L.value;
			L.value = null, e && v.addNote(A().screenToFlowPosition(e.at));
		}
		let U = n(() => {
			let e = L.value?.edge ? _.graph.edges.get(L.value.edge) : void 0;
			return e ? (t) => Le(_.graph, e, t) !== null : void 0;
		});
		function re() {
			let e = p.value.getBoundingClientRect();
			return {
				x: e.left + e.width / 2,
				y: e.top + e.height / 2
			};
		}
		function ie(e) {
			e.target.closest(".vue-flow__pane") && R({
				x: e.clientX,
				y: e.clientY
			});
		}
		let ae = P(1), oe = 0, se = `loomline:view:${d.flow}`, ce = !1, ue = function() {
			try {
				return JSON.parse(sessionStorage.getItem(se) ?? "null");
			} catch {
				return null;
			}
		}();
		function de(e, t = F ? 0 : 220) {
			let n = e?.map((e) => ({ id: e })), r = p.value.clientWidth < 600 ? "24px" : {
				top: "56px",
				right: "64px",
				bottom: !1 === d.minimap || _.count.value < 6 ? "88px" : "148px",
				left: "64px"
			};
			A().fitView({
				padding: r,
				maxZoom: 1,
				duration: t,
				...n && { nodes: n }
			}).then(() => y.soon());
		}
		function fe() {
			if (ce || !_.loaded.value || !_.count.value) return;
			ce = !0;
			let e = ue;
			e && [
				e.x,
				e.y,
				e.zoom
			].every((e) => Number.isFinite(e)) ? A().setViewport(e) : p.value.clientWidth < 600 ? function() {
				let e = [..._.graph.nodes.values()].filter((e) => !e.parent), t = e.find((e) => e.start) ?? [...e].sort((e, t) => e.x - t.x)[0];
				if (!t) return Promise.resolve(!1);
				A().setViewport({
					x: 24 - .8 * t.x,
					y: .3 * p.value.clientHeight - .8 * t.y,
					zoom: .8
				});
			}() : de(void 0, 0), pe(), y.update();
		}
		function pe() {
			ae.value = A().getViewport().zoom, y.moved(), window.clearTimeout(oe), oe = window.setTimeout(me, 300);
		}
		function me() {
			if (ce) try {
				sessionStorage.setItem(se, JSON.stringify(A().getViewport()));
			} catch {}
		}
		async function he() {
			await v.tidy() && setTimeout(() => de(), 20);
		}
		function ge(e) {
			_.locked.value = e;
		}
		let _e = {
			mounted: performance.now(),
			drawn: 0
		}, ve, ye = new Promise((e) => ve = e);
		function be(e) {
			_.board = e, ve();
		}
		let xe = () => {}, Se = new MutationObserver(() => _.redraw());
		O(async () => {
			_.font.value = getComputedStyle(p.value).fontFamily, document.fonts?.ready.then(() => {
				Ql.clear(), _.font.value = `${getComputedStyle(p.value).fontFamily}, serif`;
			}), addEventListener("pagehide", me), Se.observe(document.body, {
				attributes: !0,
				attributeFilter: ["class"]
			}), Se.observe(document.documentElement, {
				attributes: !0,
				attributeFilter: ["class", "data-theme"]
			}), k.start(), D.start(), xe = function(e, t) {
				let n = window.socket, r = () => {
					e.offline.value = !0;
				}, i = () => {
					e.offline.value && (e.offline.value = !1, t(), e.emit("saving", {
						pending: e.pending.value,
						offline: e.offline.value
					}));
				};
				n?.on("disconnect", r), n?.on("connect", i);
				let a = "", o = setInterval(() => {
					let r = e.outbox.pending[0]?.id ?? "";
					r && r === a && n?.connected && t(), a = r;
				}, 15e3);
				return () => {
					clearInterval(o), n?.off("disconnect", r), n?.off("connect", i);
				};
			}(_, () => f("ready", {
				pending: [..._.outbox.pending],
				have: _.revision.value
			})), p.value.addEventListener("lc-insert", (e) => {
				let { edge: t, x: n, y: r } = e.detail;
				R({
					x: n,
					y: r
				}, { edge: t });
			}), await ye, window.__loomline = Ce, f("ready", {
				pending: [..._.outbox.pending],
				have: null
			});
		}), ee(() => {
			removeEventListener("pagehide", me), Se.disconnect(), window.clearTimeout(oe), k.stop(), D.stop(), xe(), y.stop(), _.stop();
		});
		let Ce = {
			version: "0.1.0",
			counts: () => ({
				nodes: _.graph.nodes.size,
				edges: _.graph.edges.size,
				notes: _.graph.notes.size,
				pending: _.outbox.pending.length,
				revision: _.revision.value,
				loaded: _.loaded.value
			}),
			view: () => JSON.parse(JSON.stringify({
				nodes: Object.fromEntries(_.graph.nodes),
				edges: [..._.graph.edges.keys()],
				notes: Object.fromEntries(_.graph.notes),
				selection: _.selection.value,
				viewport: A().getViewport()
			})),
			status: () => JSON.parse(JSON.stringify({
				nodes: Object.fromEntries(_.status),
				wires: Object.fromEntries(_.wires)
			})),
			marks: () => ({ ..._e })
		};
		s({
			load: function(e, t, n = []) {
				_.load(e, t, n), ce || C(fe), requestAnimationFrame(() => {
					_e.drawn ||= performance.now();
				});
			},
			ack: function(e, t, n = {}) {
				_.outbox.settle(e), _.merge(n, t);
			},
			patch: function(e, t) {
				_.merge(e, t), ce || C(fe);
			},
			refuse: function(e, t) {
				_.outbox.settle([e]), _.say(t, "bad");
			},
			status: function(e, t = {}) {
				_.overlay(e, t);
			},
			clear_status: function() {
				_.status.clear(), _.wires.clear(), _.since.clear(), _.redraw();
			},
			drafts: (e) => v.gotDrafts(e),
			select: (e) => _.select(e),
			focus: function(e) {
				if (!_.graph.nodes.get(e)) return;
				_.select([e]);
				let t = _.graph.absolute(e), n = Math.min(1, Math.max(.7, A().getViewport().zoom));
				A().setCenter(t.x + 120, t.y + 56, {
					zoom: n,
					duration: F ? 0 : 260
				});
			},
			fit: de,
			tidy: he,
			toast: (e, t = "plain") => _.say(e, t),
			set_readonly: ge,
			add: (e) => {
				v.add(e, ru(_));
			},
			rename: (e) => {
				_.renaming.value = e;
			}
		});
		let we = n(() => [..._.selection.value.ids, ..._.selection.value.notes]), Te = P(!1), Ee = n(() => _.selection.value.ids.length > 0 && _.selection.value.ids.every((e) => _.graph.nodes.get(e)?.disabled)), De = (e) => {
			let t = _.graph.nodes.get(e.id);
			return t ? `lc-mini lc-mini-${t.container && !t.collapsed ? "frame" : _.status.get(e.id)?.s ?? "card"}` : "lc-mini lc-mini-note";
		}, Oe = n(() => _.offline.value ? _.pending.value ? `Offline: ${Zl(_.pending.value, "change")} wait${_.pending.value === 1 ? "s" : ""}` : "Offline: changes are kept here until the connection is back" : "");
		return (n, s) => (j(), a("div", {
			ref_key: "root",
			ref: p,
			class: "lc-root",
			"data-locked": W(_).locked.value || void 0,
			tabindex: "-1",
			role: "application",
			"aria-label": "Flow",
			onDblclick: ie,
			onPointerdown: s[33] ||= (e) => L.value = null
		}, [
			l(W(Cl), S(W(wl), {
				"node-types": I,
				"edge-types": te,
				"selection-mode": W(_a).Partial,
				"multi-selection-key-code": [
					"Shift",
					"Control",
					"Meta"
				],
				"nodes-draggable": !W(_).locked.value,
				"nodes-connectable": !W(_).locked.value,
				"edges-reconnectable": !W(_).locked.value,
				"is-valid-connection": (e) => W(x).valid(e),
				"pan-on-drag": !!W(N) || [1, 2],
				"selection-on-drag": !W(N),
				"pan-on-scroll": !0,
				onInit: be,
				onNodesChange: W(b).changed,
				onEdgesChange: s[6] ||= (e) => W(_).selectionChanged(),
				onNodeDragStart: s[7] ||= (e) => {
					Te.value = !0, W(b).start(e);
				},
				onNodeDrag: s[8] ||= (e) => W(b).drag(e),
				onNodeDragStop: s[9] ||= (e) => {
					Te.value = !1, W(b).stop(e);
				},
				onConnect: s[10] ||= (e) => W(x).connect(e),
				onConnectStart: s[11] ||= (e) => W(x).start(e),
				onConnectEnd: s[12] ||= (e) => W(x).end(e.event),
				onReconnectStart: s[13] ||= (e) => W(x).restart(e.edge.id),
				onReconnect: s[14] ||= (e) => W(x).reconnect(e.edge.id, e.connection),
				onEdgeMouseEnter: s[15] ||= (e) => W(_).hovered.value = W(x).active ? "" : e.edge.id,
				onEdgeMouseLeave: s[16] ||= (e) => W(_).hovered.value = "",
				onMoveStart: s[17] ||= (e) => function(e) {
					let t = e?.event?.type;
					(t?.startsWith("mouse") || t?.startsWith("pointer") || t?.startsWith("touch")) && p.value?.classList.add("lc-moving");
				}(e),
				onMove: s[18] ||= (e) => pe(),
				onMoveEnd: s[19] ||= (e) => (p.value?.classList.remove("lc-moving"), void pe()),
				onNodeDoubleClick: s[20] ||= (e) => W(_).graph.nodes.has(e.node.id) && f("open", { id: e.node.id })
			}), {
				"connection-line": le((e) => [l(ou, T(m(e)), null, 16)]),
				default: le(() => [
					o("canvas", {
						ref_key: "picture",
						ref: h,
						class: "lc-picture"
					}, null, 512),
					l(W(xs), {
						gap: 20,
						size: 1.1,
						class: "lc-dots"
					}),
					!1 !== t.minimap && W(_).count.value > 0 && W(_).count.value <= 1e3 ? (j(), r(W(Lc), {
						key: 0,
						pannable: "",
						zoomable: "",
						class: "lc-map",
						"node-border-radius": 16,
						"node-class-name": De,
						"aria-label": "Map of the flow"
					})) : i("", !0),
					we.value.length && !W(_).locked.value ? (j(), r(W(Rc), {
						key: 1,
						"node-id": we.value,
						"is-visible": !(L.value || Te.value || W(_).renaming.value || W(_).editingNote.value),
						offset: 14
					}, {
						default: le(() => [o("div", {
							class: "lc-bar",
							role: "toolbar",
							"aria-label": "Selection",
							onDblclick: s[5] ||= K(() => {}, ["stop"])
						}, [
							we.value.length > 1 ? (j(), a("span", fd, B(we.value.length), 1)) : i("", !0),
							W(_).selection.value.ids.length === 1 ? (j(), r(rd, {
								key: 1,
								icon: "tune",
								title: "Open (Enter)",
								onPress: s[0] ||= (e) => f("open", { id: W(_).selection.value.ids[0] })
							})) : i("", !0),
							W(_).selection.value.ids.length === 1 ? (j(), r(rd, {
								key: 2,
								icon: "edit",
								title: "Rename (F2)",
								onPress: s[1] ||= (e) => W(_).renaming.value = W(_).selection.value.ids[0]
							})) : i("", !0),
							W(_).selection.value.ids.length > 1 ? (j(), r(rd, {
								key: 3,
								icon: "account_tree",
								title: "Tidy selection",
								onPress: he
							})) : i("", !0),
							W(_).selection.value.ids.length ? (j(), r(rd, {
								key: 4,
								icon: Ee.value ? "toggle_off" : "toggle_on",
								title: Ee.value ? "Enable (D)" : "Disable (D)",
								onPress: s[2] ||= (e) => W(v).toggleDisabled()
							}, null, 8, ["icon", "title"])) : i("", !0),
							l(rd, {
								icon: "content_copy",
								title: "Duplicate (Ctrl+D)",
								onPress: s[3] ||= (e) => W(v).duplicate()
							}),
							l(rd, {
								icon: "delete",
								title: "Delete (Del)",
								danger: "",
								onPress: s[4] ||= (e) => W(v).remove()
							})
						], 32)]),
						_: 1
					}, 8, ["node-id", "is-visible"])) : i("", !0)
				]),
				_: 1
			}, 16, [
				"selection-mode",
				"nodes-draggable",
				"nodes-connectable",
				"edges-reconnectable",
				"is-valid-connection",
				"pan-on-drag",
				"selection-on-drag",
				"onNodesChange"
			]),
			!W(_).loaded.value || W(_).count.value || W(_).locked.value ? i("", !0) : (j(), a("div", pd, [
				o("button", {
					type: "button",
					onClick: s[21] ||= (e) => R(re())
				}, [...s[34] ||= [o("i", {
					class: "material-symbols-rounded notranslate",
					"aria-hidden": "true"
				}, "add", -1)]]),
				s[35] ||= o("b", null, "Add the first node", -1),
				s[36] ||= o("span", null, [c("Drag one in from the list, double-click anywhere, or press "), o("kbd", null, "N")], -1)
			])),
			o("div", {
				class: "lc-bar lc-controls",
				role: "toolbar",
				"aria-label": "View",
				onDblclick: s[28] ||= K(() => {}, ["stop"]),
				onPointerdown: s[29] ||= K(() => {}, ["stop"])
			}, [
				l(rd, {
					icon: "remove",
					title: "Zoom out (-)",
					onPress: s[22] ||= (e) => A().zoomOut({ duration: 150 })
				}),
				o("button", {
					type: "button",
					class: "lc-zoom",
					title: "Zoom to 100 % (Ctrl+0)",
					onClick: s[23] ||= (e) => A().zoomTo(1, { duration: 150 })
				}, B(Math.round(100 * ae.value)) + "%", 1),
				l(rd, {
					icon: "add",
					title: "Zoom in (+)",
					onPress: s[24] ||= (e) => A().zoomIn({ duration: 150 })
				}),
				l(rd, {
					icon: "fit_screen",
					title: "Show all (Shift+1)",
					"data-do": "fit",
					onPress: s[25] ||= (e) => de()
				}),
				W(_).locked.value ? i("", !0) : (j(), a(e, { key: 0 }, [
					s[37] ||= o("span", { class: "lc-split" }, null, -1),
					l(rd, {
						icon: "account_tree",
						title: "Tidy up",
						"data-do": "tidy",
						onPress: he
					}),
					l(rd, {
						icon: "undo",
						title: "Undo (Ctrl+Z)",
						"data-do": "undo",
						onPress: s[26] ||= (e) => f("undo")
					}),
					l(rd, {
						icon: "redo",
						title: "Redo (Ctrl+Shift+Z)",
						"data-do": "redo",
						onPress: s[27] ||= (e) => f("redo")
					})
				], 64))
			], 32),
			L.value ? (j(), r(Uu, {
				key: `${L.value.x},${L.value.y}`,
				x: L.value.x,
				y: L.value.y,
				from: L.value.from,
				allowed: U.value,
				onPick: H,
				onNote: ne,
				onClose: s[30] ||= (e) => {
					L.value = null, p.value?.focus({ preventScroll: !0 });
				}
			}, null, 8, [
				"x",
				"y",
				"from",
				"allowed"
			])) : i("", !0),
			o("div", {
				class: w(["lc-banner", { on: Oe.value }]),
				role: "status",
				"aria-live": "polite"
			}, [s[38] ||= o("i", {
				class: "material-symbols-rounded notranslate",
				"aria-hidden": "true"
			}, "cloud_off", -1), c(B(Oe.value), 1)], 2),
			W(_).tip.value ? (j(), a("div", {
				key: 2,
				class: w(["lc-tip", { "lc-tip-act": W(_).tip.value.action }]),
				role: "status",
				"aria-live": "polite",
				"data-tone": W(_).tip.value.tone,
				style: E({
					left: `${W(_).tip.value.x}px`,
					top: `${W(_).tip.value.y}px`
				}),
				onPointerdown: s[32] ||= K(() => {}, ["stop"])
			}, [c(B(W(_).tip.value.text), 1), W(_).tip.value.action ? (j(), a("button", {
				key: 0,
				type: "button",
				onClick: s[31] ||= (e) => W(_).tip.value.action.run()
			}, B(W(_).tip.value.action.label), 1)) : i("", !0)], 46, md)) : i("", !0)
		], 40, dd));
	}
});
export { hd as default };
