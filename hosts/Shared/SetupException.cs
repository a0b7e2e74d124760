namespace Clinic.Hosts;

/// <summary>The host cannot start as it is set up; the message says what to do.</summary>
public sealed class SetupException(string message, Exception? inner = null) : Exception(message, inner);
