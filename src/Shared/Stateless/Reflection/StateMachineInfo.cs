namespace Stateless.Reflection;

/// <summary>A machine's states and transitions, for tests and diagrams.</summary>
internal sealed class StateMachineInfo
{
    internal StateMachineInfo(IEnumerable<StateInfo> states, Type stateType, Type triggerType, object initialState)
    {
        States = [.. states];
        StateType = stateType;
        TriggerType = triggerType;
        InitialState = new StateInfo(initialState, []);
    }

    /// <summary>The state at construction, without its transitions.</summary>
    public StateInfo InitialState { get; }

    /// <summary>Every configured state and every state that a transition leads to.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; }
}
