namespace Stateless.Reflection;

/// <summary>A transition whose destination is computed.</summary>
internal sealed class DynamicTransitionInfo : TransitionInfo
{
    internal DynamicTransitionInfo(TriggerInfo trigger, InvocationInfo selector, DynamicStateInfos? possible)
        : base(trigger, [])
    {
        DestinationStateSelectorDescription = selector;
        PossibleDestinationStates = possible;
    }

    /// <summary>The function that computes the destination.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; }

    /// <summary>What may come out, as far as it was said; null otherwise.</summary>
    public DynamicStateInfos? PossibleDestinationStates { get; }
}
