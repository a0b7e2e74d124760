using Stateless.Reflection;

namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>What a state does with one trigger.</summary>
    internal abstract class TriggerBehaviour(TTrigger trigger, TransitionGuard guard)
    {
        public TTrigger Trigger { get; } = trigger;

        public TransitionGuard Guard { get; } = guard;

        /// <summary>The state that is known to be reached; none for internal, ignored and dynamic ones.</summary>
        public virtual IEnumerable<TState> FixedDestination => [];

        /// <summary>The order within a trigger in which reflection lists transitions.</summary>
        public virtual int Rank => 0;

        public virtual IEnumerable<FixedTransitionInfo> DescribeFixed(IReadOnlyDictionary<TState, StateInfo> infos, TState owner) =>
            FixedDestination.Select(d => new FixedTransitionInfo(new TriggerInfo(Trigger), infos[d], Guard.Descriptions));
    }

    /// <summary>A transition to another state.</summary>
    internal sealed class Fixed(TTrigger trigger, TState destination, TransitionGuard guard) : TriggerBehaviour(trigger, guard)
    {
        public TState Destination { get; } = destination;

        public override IEnumerable<TState> FixedDestination => [Destination];
    }

    /// <summary>Leaving and entering the same state.</summary>
    internal sealed class Reentry(TTrigger trigger, TState destination, TransitionGuard guard) : TriggerBehaviour(trigger, guard)
    {
        public TState Destination { get; } = destination;

        public override IEnumerable<TState> FixedDestination => [Destination];

        public override int Rank => 1;
    }

    /// <summary>An action without leaving the state.</summary>
    internal sealed class Internal(TTrigger trigger, TransitionGuard guard, Action<Transition> action) : TriggerBehaviour(trigger, guard)
    {
        public override int Rank => 2;

        public Task Run(Transition transition)
        {
            action(transition);
            return Task.CompletedTask;
        }

        public override IEnumerable<FixedTransitionInfo> DescribeFixed(IReadOnlyDictionary<TState, StateInfo> infos, TState owner) =>
            [new FixedTransitionInfo(new TriggerInfo(Trigger), infos[owner], Guard.Descriptions)];
    }

    /// <summary>A trigger that is accepted and does nothing.</summary>
    internal sealed class Ignored(TTrigger trigger, TransitionGuard guard) : TriggerBehaviour(trigger, guard)
    {
        public IgnoredTransitionInfo DescribeIgnored() => new(new TriggerInfo(Trigger), Guard.Descriptions);
    }

    /// <summary>A transition whose destination is computed.</summary>
    internal sealed class Dynamic(TTrigger trigger, Func<object?[], TState> choose, DynamicTransitionInfo info)
        : TriggerBehaviour(trigger, TransitionGuard.None)
    {
        public DynamicTransitionInfo Info { get; } = info;

        public TState Choose(object?[] args) => choose(args);
    }
}
