namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>The triggers that the current state and its superstates would accept now.</summary>
    public IEnumerable<TTrigger> PermittedTriggers => GetPermittedTriggers();

    /// <summary>The triggers that would be accepted with these arguments.</summary>
    public IEnumerable<TTrigger> GetPermittedTriggers(params object[] args) => Current.Permitted(args);

    /// <summary>True if the trigger would be accepted; guards on an argument see its default value.</summary>
    public bool CanFire(TTrigger trigger) => CanFire(trigger, out _);

    /// <summary>True if the trigger would be accepted, with the guards that failed; null where it is not configured.</summary>
    public bool CanFire(TTrigger trigger, out ICollection<string>? unmetGuards) => Asked(trigger, [], out unmetGuards);

    /// <summary>True if the trigger would be accepted with this argument.</summary>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => CanFire(trigger, arg0, out _);

    /// <summary>True if the trigger would be accepted with this argument, with the guards that failed.</summary>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0, out ICollection<string>? unmetGuards)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Asked(trigger.Trigger, [arg0], out unmetGuards);
    }

    private bool Asked(TTrigger trigger, object?[] args, out ICollection<string>? unmetGuards)
    {
        var candidate = Current.Find(trigger, args);
        unmetGuards = candidate?.UnmetGuards;
        return candidate is { IsMet: true };
    }
}
