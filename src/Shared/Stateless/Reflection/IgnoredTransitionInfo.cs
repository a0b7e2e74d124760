namespace Stateless.Reflection;

/// <summary>A trigger that does nothing.</summary>
internal sealed class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
        : base(trigger, guards)
    {
    }
}
