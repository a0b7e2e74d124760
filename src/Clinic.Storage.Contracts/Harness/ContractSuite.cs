namespace Clinic.Storage.Contracts;

/// <summary>All cases of one port.</summary>
/// <param name="Port">The name of the port without its first letter, such as <c>PersonStore</c>.</param>
/// <param name="Cases">Its cases, never empty.</param>
public sealed record ContractSuite(string Port, IReadOnlyList<ContractCase> Cases);
