using System.Security.Cryptography;
using System.Text;
using Clinic.Abstractions;

namespace Clinic.Api.Commands;

/// <summary>Command ids that never change, so that steps that were done are not done again.</summary>
internal static class StepIds
{
    public static CommandId Of(string purpose, TenantId tenant, string step)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose} {tenant} {step}"));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true));
    }
}
