namespace Clinic.Api.Binding;

/// <summary>At which station a proof is given; attempts are counted per person and device.</summary>
public static class Device
{
    /// <summary>The address of the caller, and after it the station that was named; so nobody locks the stations of others.</summary>
    public static string Of(HttpContext http, string? named = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var address = $"ip:{http.Connection.RemoteIpAddress?.ToString() ?? "local"}";
        // A blank name stays as it is and is refused as a blank device.
        return named is null ? address : string.IsNullOrWhiteSpace(named) ? named : $"{address}|{named}";
    }
}
