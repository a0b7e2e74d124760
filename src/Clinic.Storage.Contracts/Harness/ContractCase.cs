namespace Clinic.Storage.Contracts;

/// <summary>One thing that every adapter must do, as code without a test framework.</summary>
/// <param name="Name">A sentence that is true when the case passes.</param>
/// <param name="RunAsync">Runs it on fresh stores; throws <see cref="ContractViolationException"/> when the adapter differs.</param>
public sealed record ContractCase(string Name, Func<IClinicStores, CancellationToken, Task> RunAsync)
{
    /// <summary>The name only.</summary>
    public override string ToString() => Name;
}
