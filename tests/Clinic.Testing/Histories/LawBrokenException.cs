namespace Clinic.Testing.Histories;

/// <summary>A law that did not hold after a step.</summary>
public sealed class LawBrokenException(string message, Exception? inner = null) : Exception(message, inner);
