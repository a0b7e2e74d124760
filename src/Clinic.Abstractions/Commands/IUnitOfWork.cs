namespace Clinic.Abstractions;

/// <summary>Runs a command once: replay, commit and retry in one place.</summary>
public interface IUnitOfWork
{
    /// <summary>Gives the stored answer of a repeated command, or runs the body and commits what it staged.</summary>
    /// <remarks>
    /// The body may run again on a fresh unit after a lost race. Reads inside it see committed state.
    /// Refusals (<see cref="IRuleViolation"/>) leave nothing but a refusal in the audit.
    /// </remarks>
    /// <exception cref="ClinicRuleException">The command id was used for another content or by another actor.</exception>
    /// <exception cref="ConcurrencyConflictException">The race was lost as often as the options allow.</exception>
    /// <exception cref="InvalidOperationException">Called inside a body; use the <c>Stage…</c> form there.</exception>
    Task<TAnswer> RunAsync<TAnswer>(
        CommandContext context,
        ICommand<TAnswer> command,
        Func<IUnit, CancellationToken, Task<TAnswer>> body,
        CancellationToken cancellationToken = default)
        where TAnswer : notnull;
}
