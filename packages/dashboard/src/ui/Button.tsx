import type { ButtonHTMLAttributes } from 'react';

const tones = {
  accent: 'bg-accent text-on-accent border-transparent hover:brightness-110',
  plain: 'bg-raised text-ink border-line-strong hover:bg-hover',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-raised text-bad border-line-strong hover:bg-bad-soft',
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: keyof typeof tones;
  size?: 'regular' | 'small' | 'icon';
}

const sizes = {
  regular: 'h-8 px-3 text-sm gap-1.5',
  small: 'h-7 px-2 text-xs gap-1',
  icon: 'size-7 justify-center',
} as const;

export function Button({ tone = 'plain', size = 'regular', className = '', type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:opacity-50 ${tones[tone]} ${sizes[size]} ${className}`}
      {...rest}
    />
  );
}
