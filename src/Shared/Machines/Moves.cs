using Stateless;

namespace Clinic.Guards;

/// <summary>Moves a machine on, or says in the package's own words why it does not and what it would.</summary>
internal static class Moves
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="DomainException">The trigger is not allowed; the facts are those given, status, trigger and what is allowed.</exception>
    public static TStatus To<TStatus, TTrigger>(this StateMachine<TStatus, TTrigger> machine, TTrigger trigger, string refused, params (string Name, object? Value)[] facts)
        where TStatus : struct, Enum
        where TTrigger : struct, Enum
    {
        if (!machine.CanFire(trigger))
            throw new DomainException(refused, [.. facts, ("status", machine.State), ("trigger", trigger), ("allowed", Text(machine.Allowed()))]);
        machine.Fire(trigger);
        return machine.State;
    }

    /// <summary>The triggers allowed now, in a fixed order.</summary>
    public static IReadOnlyList<TTrigger> Allowed<TStatus, TTrigger>(this StateMachine<TStatus, TTrigger> machine)
        where TStatus : struct, Enum
        where TTrigger : struct, Enum => [.. Enum.GetValues<TTrigger>().Where(machine.CanFire)];

    /// <summary>How refusals name what is allowed.</summary>
    public static string Text<TTrigger>(IReadOnlyList<TTrigger> allowed)
        where TTrigger : struct, Enum => allowed.Count > 0 ? string.Join(", ", allowed) : "nothing";
}
