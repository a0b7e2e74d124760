using System.Security.Cryptography;
using Clinic.Transcription.Reports;

namespace Clinic.Hosts;

/// <summary>The keys with which this clinic signs reports: ECDSA over P-256.</summary>
public static class SignatureKeys
{
    internal static readonly KeySettings Settings = new(
        "signature", "SignatureKey", "signature-key.txt", int.MaxValue,
        "and keep it for ever: signatures are verified by it. It is a private key over P-256: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -outform DER | base64 -w0.")
    {
        Make = Made,
    };

    /// <summary>The ring of all configured keys.</summary>
    /// <exception cref="SetupException">A key is missing or cannot be read; the message never shows one.</exception>
    public static SignatureKeyRing Ring(ClinicSettings settings)
    {
        if (Settings.Read(settings) is not var (active, keys)) return SignatureKeyRing.Random();
        try
        {
            return new(active, keys.ToDictionary(k => k.Key, k => PemEncoding.WriteString("PRIVATE KEY", k.Value), StringComparer.Ordinal));
        }
        catch (ArgumentException e)
        {
            throw new SetupException(e.Message, e);
        }
    }

    private static byte[] Made()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
