namespace Stateless.Reflection;

/// <summary>A state with its transitions, untyped.</summary>
internal sealed class StateInfo
{
    internal StateInfo(object underlyingState, IEnumerable<IgnoredTransitionInfo> ignored)
    {
        UnderlyingState = underlyingState;
        IgnoredTriggers = [.. ignored];
    }

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>The state in which it lies; null for a state of its own.</summary>
    public StateInfo? Superstate { get; private set; }

    /// <summary>The states that lie in it.</summary>
    public IEnumerable<StateInfo> Substates { get; private set; } = [];

    /// <summary>Transitions, reentries and internal transitions.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; private set; } = [];

    /// <summary>Transitions whose destination is computed.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; private set; } = [];

    /// <summary>Fixed transitions, then computed ones.</summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions.Concat<TransitionInfo>(DynamicTransitions);

    /// <summary>Triggers that do nothing.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; }

    /// <inheritdoc/>
    public override string ToString() => UnderlyingState.ToString() ?? "<null>";

    internal void Relate(
        StateInfo? superstate,
        IEnumerable<StateInfo> substates,
        IEnumerable<FixedTransitionInfo> fixedTransitions,
        IEnumerable<DynamicTransitionInfo> dynamicTransitions)
    {
        Superstate = superstate;
        Substates = [.. substates];
        FixedTransitions = [.. fixedTransitions];
        DynamicTransitions = [.. dynamicTransitions];
    }
}
