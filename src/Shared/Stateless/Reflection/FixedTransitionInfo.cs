namespace Stateless.Reflection;

/// <summary>A transition whose destination is known; its own state for internal ones.</summary>
internal sealed class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, StateInfo destinationState, IEnumerable<InvocationInfo> guards)
        : base(trigger, guards) => DestinationState = destinationState;

    /// <summary>The state that is entered.</summary>
    public StateInfo DestinationState { get; }
}
