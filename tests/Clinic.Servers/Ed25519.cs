using System.Numerics;
using System.Security.Cryptography;

namespace Clinic.Servers;

/// <summary>Signs as RFC 8032 says; for tokens of tests only, because it takes no care of timing.</summary>
public sealed class Ed25519
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);
    private static readonly Point Base = BasePoint();

    private readonly BigInteger secret;
    private readonly byte[] prefix;

    public Ed25519(ReadOnlySpan<byte> seed)
    {
        var hash = SHA512.HashData(seed);
        hash[0] &= 248;
        hash[31] &= 127;
        hash[31] |= 64;
        secret = Number(hash.AsSpan(0, 32));
        prefix = hash[32..];
        PublicKey = Encoded(Times(secret, Base));
    }

    public byte[] PublicKey { get; }

    public static Ed25519 Random() => new(RandomNumberGenerator.GetBytes(32));

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var r = Number(SHA512.HashData([.. prefix, .. message])) % L;
        var point = Encoded(Times(r, Base));
        var k = Number(SHA512.HashData([.. point, .. PublicKey, .. message])) % L;
        return [.. point, .. Bytes((r + (k * secret)) % L)];
    }

    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);

    private static Point Times(BigInteger factor, Point point)
    {
        var sum = new Point(0, 1, 1, 0);
        for (; factor > 0; factor >>= 1)
        {
            if (!factor.IsEven) sum = Sum(sum, point);
            point = Sum(point, point);
        }

        return sum;
    }

    private static Point Sum(Point p, Point q)
    {
        var a = Mod((p.Y - p.X) * (q.Y - q.X));
        var b = Mod((p.Y + p.X) * (q.Y + q.X));
        var c = Mod(2 * p.T * q.T * D);
        var d = Mod(2 * p.Z * q.Z);
        BigInteger e = b - a, f = d - c, g = d + c, h = b + a;
        return new Point(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static Point BasePoint()
    {
        var y = Mod(4 * Inverse(5));
        var square = Mod(((y * y) - 1) * Inverse((D * y * y) + 1));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Mod((x * x) - square) != 0) x = Mod(x * RootOfMinusOne);
        if (!x.IsEven) x = P - x;
        return new Point(x, y, 1, Mod(x * y));
    }

    private static byte[] Encoded(Point point)
    {
        var z = Inverse(point.Z);
        var bytes = Bytes(Mod(point.Y * z));
        if (!Mod(point.X * z).IsEven) bytes[31] |= 128;
        return bytes;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[32];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static BigInteger Inverse(BigInteger number) => BigInteger.ModPow(Mod(number), P - 2, P);

    private static BigInteger Mod(BigInteger number) => ((number % P) + P) % P;
}
