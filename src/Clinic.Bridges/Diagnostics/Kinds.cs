using System.Net.Mail;
using System.Net.Sockets;
using Clinic.Abstractions;

namespace Clinic.Bridges.Diagnostics;

/// <summary>The kind of a failure without its content, for stores, logs and metrics.</summary>
internal static class Kinds
{
    public static string Of(Exception e) => e switch
    {
        IRuleViolation violation => violation.Code,
        SmtpException smtp => $"{nameof(SmtpException)} {smtp.StatusCode}",
        SocketException socket => $"{nameof(SocketException)} {socket.SocketErrorCode}",
        _ => e.GetType().Name,
    };
}
