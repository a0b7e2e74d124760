using Stateless.Reflection;

namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one state accepts, and what happens on the way in and out.</summary>
    internal sealed class StateRepresentation(TState state)
    {
        private readonly Dictionary<TTrigger, List<TriggerBehaviour>> behaviours = [];
        private readonly List<StateRepresentation> substates = [];
        private readonly List<StateAction> entryActions = [];
        private readonly List<StateAction> exitActions = [];

        public TState State { get; } = state;

        public StateRepresentation? Superstate { get; private set; }

        public IEnumerable<TriggerBehaviour> Behaviours => behaviours.Values.SelectMany(b => b);

        public void Add(TriggerBehaviour behaviour)
        {
            if (!behaviours.TryGetValue(behaviour.Trigger, out var same)) behaviours.Add(behaviour.Trigger, same = []);
            same.Add(behaviour);
        }

        public void AddEntry(StateAction action) => entryActions.Add(action);

        public void AddExit(StateAction action) => exitActions.Add(action);

        public void PutUnder(StateRepresentation superstate)
        {
            Superstate = superstate;
            superstate.substates.Add(this);
        }

        public bool Includes(TState other) => Same(State, other) || substates.Exists(s => s.Includes(other));

        public bool IsIncludedIn(TState other) => Same(State, other) || (Superstate?.IsIncludedIn(other) ?? false);

        public IEnumerable<TTrigger> Permitted(object?[] args)
        {
            var own = behaviours.Where(b => b.Value.Exists(v => v.Guard.Unmet(args).Count == 0)).Select(b => b.Key);
            return Superstate is null ? own : own.Union(Superstate.Permitted(args));
        }

        /// <summary>The behaviour that would run: own first, then the superstate's; null where there is none.</summary>
        public Candidate? Find(TTrigger trigger, object?[] args)
        {
            var local = FindLocal(trigger, args);
            return local is { IsMet: true } ? local : Superstate?.Find(trigger, args) ?? local;
        }

        public async Task Enter(Transition transition, bool mayAwait)
        {
            if (!transition.IsReentry)
            {
                if (Includes(transition.Source)) return;
                if (Superstate is not null) await Superstate.Enter(transition, mayAwait).ConfigureAwait(false);
            }

            foreach (var action in entryActions) await action.Run(transition, mayAwait).ConfigureAwait(false);
        }

        public async Task Exit(Transition transition, bool mayAwait)
        {
            if (!transition.IsReentry && Includes(transition.Destination)) return;
            foreach (var action in exitActions) await action.Run(transition, mayAwait).ConfigureAwait(false);
            if (!transition.IsReentry && Superstate is not null && !Same(Superstate.State, transition.Destination))
                await Superstate.Exit(transition, mayAwait).ConfigureAwait(false);
        }

        public StateInfo Describe() => new(State, Behaviours.OfType<Ignored>().Select(b => b.DescribeIgnored()));

        public void Relate(IReadOnlyDictionary<TState, StateInfo> infos) =>
            infos[State].Relate(
                Superstate is null ? null : infos[Superstate.State],
                substates.Select(s => infos[s.State]),
                behaviours.Values.SelectMany(b => b.OrderBy(v => v.Rank)).SelectMany(b => b.DescribeFixed(infos, State)),
                Behaviours.OfType<Dynamic>().Select(b => b.Info));

        private Candidate? FindLocal(TTrigger trigger, object?[] args)
        {
            if (!behaviours.TryGetValue(trigger, out var possible)) return null;
            var all = possible.ConvertAll(b => new Candidate(b, b.Guard.Unmet(args)));
            var met = all.FindAll(c => c.IsMet);
            if (met.Count > 1)
            {
                throw new InvalidOperationException(
                    $"Multiple permitted exit transitions are configured from state '{State}' for trigger '{trigger}'. Guard clauses must be mutually exclusive.");
            }

            return met.Count == 1 ? met[0] : Refused(all);
        }

        // The first one's guards as they are, then those of the others that are not named yet.
        private static Candidate Refused(List<Candidate> all)
        {
            List<string> unmet = [.. all[0].UnmetGuards];
            foreach (var description in all.Skip(1).SelectMany(c => c.UnmetGuards))
            {
                if (!unmet.Contains(description)) unmet.Add(description);
            }

            return new Candidate(all[0].Behaviour, unmet);
        }
    }

    /// <summary>A behaviour with the guards that failed.</summary>
    internal sealed record Candidate(TriggerBehaviour Behaviour, ICollection<string> UnmetGuards)
    {
        public bool IsMet => UnmetGuards.Count == 0;
    }
}
