namespace Stateless.Reflection;

/// <summary>What one trigger does in one state.</summary>
internal abstract class TransitionInfo
{
    private protected TransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
    {
        Trigger = trigger;
        GuardConditionsMethodDescriptions = guards;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; }

    /// <summary>The guards; empty where there are none.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions { get; }
}
