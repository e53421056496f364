import { describe, expect, it } from '@jest/globals';
import { isAbsolute } from 'node:path';
import { Config, SettingFaults } from './config.js';

describe('settings', () => {
  it('have defaults that need nothing', () => {
    const config = new Config({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, logLevel: 'info', trustedProxies: [] });
    expect([config.databaseUrl, config.metricsToken, config.demoPassword]).toEqual([undefined, undefined, undefined]);
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect([config.publicUrl, config.secure]).toEqual(['http://127.0.0.1:3000', false]);
  });

  it('are taken as given; empty is unset', () => {
    const config = new Config({
      ZVIT_HOST: '::1',
      ZVIT_PORT: '0',
      ZVIT_DATABASE_URL: 'postgresql://zvit@db/zvit',
      ZVIT_METRICS_TOKEN: '',
      ZVIT_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    });
    expect(config.port).toBe(0);
    expect(config.publicUrl).toBe('http://[::1]:0');
    expect(config.databaseUrl).toBe('postgresql://zvit@db/zvit');
    expect(config.metricsToken).toBeUndefined();
    expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
    const behindTls = new Config({ ZVIT_PUBLIC_URL: 'https://zvit.example/' });
    expect([behindTls.publicUrl, behindTls.secure]).toEqual(['https://zvit.example', true]);
  });

  it('tell all their faults at once, and repeat no value', () => {
    const wrong = {
      ZVIT_PORT: '65536',
      ZVIT_PUBLIC_URL: 'zvit.example',
      ZVIT_DATABASE_URL: 'mysql://root:hunter2@db',
      ZVIT_METRICS_TOKEN: 'hunter2',
      ZVIT_LOG_LEVEL: 'loud',
      ZVIT_TRUSTED_PROXIES: 'everyone',
      ZVIT_DEMO_PASSWORD: 'short',
    };
    let thrown: unknown;
    try {
      new Config(wrong);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SettingFaults);
    const { faults, message } = thrown as SettingFaults;
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort());
    expect(message).not.toMatch(/hunter2|loud|everyone/);
  });
});
