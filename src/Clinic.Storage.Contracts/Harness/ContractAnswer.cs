namespace Clinic.Storage.Contracts;

/// <summary>An answer with a text and a figure whose scale matters.</summary>
internal sealed record ContractAnswer(string Text, decimal Figure);
