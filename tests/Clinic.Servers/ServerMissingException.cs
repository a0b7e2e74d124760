namespace Clinic.Servers;

/// <summary>A server cannot be had on this machine: skip on a laptop, fail in CI.</summary>
public sealed class ServerMissingException(string message) : Exception(message)
{
    /// <summary>Whether that must not be passed over.</summary>
    public static bool MustFail => Environment.GetEnvironmentVariable("CI") == "true";
}
