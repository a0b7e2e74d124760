namespace Clinic.Api.Binding;

/// <summary>At which station a proof is given; attempts are counted per person and device.</summary>
public static class Device
{
    /// <summary>The station that was named, or else the address of the caller.</summary>
    public static string Of(HttpContext http, string? named = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        return named ?? $"ip:{http.Connection.RemoteIpAddress?.ToString() ?? "local"}";
    }
}
