using Stateless.Reflection;

namespace Stateless;

/// <summary>A finite set of states and the triggers that lead from one to another.</summary>
/// <typeparam name="TState">The type that names states.</typeparam>
/// <typeparam name="TTrigger">The type that names triggers.</typeparam>
internal sealed partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateRepresentation> states = [];
    private readonly Dictionary<TTrigger, TriggerWithParameters> parameterised = [];
    private readonly List<Action<Transition>> transitioned = [];
    private readonly Func<TState> accessor;
    private readonly Action<TState> mutator;
    private readonly TState initial;
    private Action<TState, TTrigger, ICollection<string>?> unhandled = Refuse;

    /// <summary>A machine that keeps its own state.</summary>
    public StateMachine(TState initialState)
    {
        var current = initialState;
        accessor = () => current;
        mutator = state => current = state;
        initial = initialState;
    }

    /// <summary>A machine whose state is kept elsewhere.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        accessor = stateAccessor;
        mutator = stateMutator;
        initial = stateAccessor();
    }

    /// <summary>The current state.</summary>
    public TState State
    {
        get => accessor();
        private set => mutator(value);
    }

    private StateRepresentation Current => RepresentationOf(State);

    /// <summary>Begins or continues the configuration of a state.</summary>
    public StateConfiguration Configure(TState state) => new(this, RepresentationOf(state));

    /// <summary>Says which argument a trigger carries; once per trigger.</summary>
    public TriggerWithParameters<TArg0> SetTriggerParameters<TArg0>(TTrigger trigger)
    {
        var configured = new TriggerWithParameters<TArg0>(trigger);
        return parameterised.TryAdd(trigger, configured)
            ? configured
            : throw new InvalidOperationException($"Parameters for the trigger '{configured}' have already been configured.");
    }

    /// <summary>Calls back after each change of state, before entry actions.</summary>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        transitioned.Add(onTransitionAction);
    }

    /// <summary>Replaces the exception for a trigger that the state does not handle.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>Replaces the exception, with the guards that failed; null where the trigger is not configured.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        unhandled = unhandledTriggerAction!;
    }

    /// <summary>True in the state itself and in its substates.</summary>
    public bool IsInState(TState state) => Current.IsIncludedIn(state);

    /// <summary>The configured states and their transitions.</summary>
    public StateMachineInfo GetInfo() => new(StateInfos(), typeof(TState), typeof(TTrigger), initial);

    /// <inheritdoc/>
    public override string ToString() =>
        $"StateMachine {{ State = {State}, PermittedTriggers = {{ {string.Join(", ", GetPermittedTriggers())} }}}}";

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);

    private static void Refuse(TState state, TTrigger trigger, ICollection<string>? unmetGuards) =>
        throw new InvalidOperationException(unmetGuards is { Count: > 0 }
            ? $"Trigger '{trigger}' is valid for transition from state '{state}' but a guard conditions are not met. Guard descriptions: '{string.Join(", ", unmetGuards)}'."
            : $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. Consider ignoring the trigger.");

    private StateRepresentation RepresentationOf(TState state)
    {
        if (!states.TryGetValue(state, out var representation)) states.Add(state, representation = new StateRepresentation(state));
        return representation;
    }

    private List<StateInfo> StateInfos()
    {
        var destinations = states.Values.SelectMany(s => s.Behaviours).SelectMany(b => b.FixedDestination).Distinct();
        StateRepresentation[] all =
            [.. states.Values, .. destinations.Where(d => !states.ContainsKey(d)).Select(d => new StateRepresentation(d))];
        var infos = all.ToDictionary(s => s.State, s => s.Describe());
        foreach (var state in all) state.Relate(infos);
        return [.. infos.Values];
    }
}
