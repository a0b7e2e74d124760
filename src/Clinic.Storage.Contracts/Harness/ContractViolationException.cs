namespace Clinic.Storage.Contracts;

/// <summary>An adapter does not do what a port promises; the text says what was expected and what came.</summary>
public sealed class ContractViolationException(string message, Exception? inner = null) : Exception(message, inner);
