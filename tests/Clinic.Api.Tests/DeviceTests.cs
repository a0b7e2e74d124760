using System.Net;
using Clinic.Api.Binding;
using Microsoft.AspNetCore.Http;

namespace Clinic.Api.Tests;

/// <summary>A station counts as one of its caller's address, so a name never reaches the count of another address.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("10.0.0.7", null, "ip:10.0.0.7")]
    [InlineData("10.0.0.7", "ventanilla 1", "ip:10.0.0.7|ventanilla 1")]
    [InlineData("10.0.0.8", "ventanilla 1", "ip:10.0.0.8|ventanilla 1")]
    [InlineData("10.0.0.8", "ip:10.0.0.7", "ip:10.0.0.8|ip:10.0.0.7")]
    [InlineData(null, "ventanilla 1", "ip:local|ventanilla 1")]
    [InlineData("10.0.0.7", " ", " ")]
    public void Of_WhenNamed_StaysAtItsAddress(string? address, string? named, string device)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);

        Assert.Equal(device, Device.Of(http, named));
    }
}
